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

/** Lays a .br and a .gz beside every text, once here instead of at every request: the API serves what the phone takes. */
function preCompress(): Plugin {
  const params = { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT };
  const formats: [string, (text: Buffer) => Promise<Buffer>][] = [
    ['.br', (text) => promisify(brotliCompress)(text, { params })],
    ['.gz', (text) => promisify(gzip)(text, { level: constants.Z_BEST_COMPRESSION })],
  ];
  return {
    name: 'pre-compress',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      const texts = Object.values(bundle).filter(({ fileName }) => /\.(js|css|html|svg)$/.test(fileName));
      const written = texts.flatMap((part) => {
        const text = Buffer.from(part.type === 'chunk' ? part.code : part.source);
        return formats.map(async ([ending, compress]) =>
          writeFile(join(dir!, part.fileName + ending), await compress(text)),
        );
      });
      await Promise.all(written);
    },
  };
}
