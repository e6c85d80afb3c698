import { mkdirSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const api = `http://localhost:${process.env.PORT ?? '3000'}`;

export default defineConfig({
  plugins: [react(), chunkList(), preCompress()],
  // Files inside packages that say of no file of theirs that it may be imported.
  resolve: {
    alias: {
      'human-models': join(import.meta.dirname, 'node_modules/@vladmandic/human/models'),
      'tfjs-wasm': join(import.meta.dirname, 'node_modules/@tensorflow/tfjs-backend-wasm/dist'),
    },
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': api, '/dev': api } },
});

/** Notes which sources ended up in which chunk, for tools/bundle-size.ts; beside dist, so that it is not served. */
function chunkList(): Plugin {
  return {
    name: 'chunk-list',
    apply: 'build',
    writeBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((part) => part.type === 'chunk');
      const list = chunks.map(
        ({ fileName, isEntry, facadeModuleId, imports, dynamicImports, moduleIds }) => ({
          file: fileName,
          isEntry,
          of: facadeModuleId && relative(import.meta.dirname, facadeModuleId),
          imports,
          dynamicImports,
          modules: moduleIds.map((id) => relative(import.meta.dirname, id)),
        }),
      );
      const notes = join(import.meta.dirname, 'node_modules/.cache');
      mkdirSync(notes, { recursive: true });
      writeFileSync(join(notes, 'chunks.json'), JSON.stringify(list));
    },
  };
}

/** Lays a .br and a .gz beside every file, once here instead of at every request: the API serves what the phone takes. */
function preCompress(): Plugin {
  const text = { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT };
  // Weights of models hardly shrink, and the largest scripts would take seconds for the last per cent.
  const quick = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  const formats: [string, (file: Buffer, name: string) => Promise<Buffer>][] = [
    [
      '.br',
      (file, name) =>
        promisify(brotliCompress)(file, { params: isText(name) && file.length < 1e6 ? text : quick }),
    ],
    ['.gz', (file) => promisify(gzip)(file, { level: constants.Z_BEST_COMPRESSION })],
  ];
  return {
    name: 'pre-compress',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      const parts = Object.values(bundle).filter(
        ({ fileName }) => isText(fileName) || /\.(wasm|bin)$/.test(fileName),
      );
      const written = parts.flatMap((part) => {
        const file = Buffer.from(part.type === 'chunk' ? part.code : part.source);
        return formats.map(async ([ending, compress]) =>
          writeFile(join(dir!, part.fileName + ending), await compress(file, part.fileName)),
        );
      });
      await Promise.all(written);
    },
  };
}

const isText = (name: string) => /\.(js|css|html|svg|json)$/.test(name);
