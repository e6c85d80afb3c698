import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const api = `http://localhost:${process.env.PORT ?? '3000'}`;

export default defineConfig({
  plugins: [react(), chunkList()],
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
