import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './run.ts';

/** One built file, as apps/web/vite.config.ts lists it; `of` is the source whose import() made it. */
interface Chunk {
  file: string;
  isEntry: boolean;
  of: string | null;
  imports: string[];
  dynamicImports: string[];
  modules: string[];
}

const signIn = 'src/features/session/index.ts';
const limit = 170_000; // bytes of JavaScript, gzipped, before the sign-in page is there
const staffOnly = /^src\/features\/(admin|review|staff)/;
/** Where photos are taken: by the candidate, and at the desk. */
const photoSteps = ['src/features/profile/index.ts', 'src/features/desk/index.ts'];
const faceLimit = 5_000_000; // bytes of the face check as a phone downloads it, gzipped, on the photo step only
const facePart = /^(face-|blazeface|facemesh|iris|tfjs-backend-wasm-simd)/;

const dist = join(root, 'apps/web/dist');
const chunks = JSON.parse(
  readFileSync(join(root, 'apps/web/node_modules/.cache/chunks.json'), 'utf8'),
) as Chunk[];
const byFile = new Map(chunks.map((chunk) => [chunk.file, chunk]));

const entry = chunks.find((chunk) => chunk.isEntry);
const signInChunk = chunks.find((chunk) => chunk.of === signIn);
if (!entry || !signInChunk) throw new Error(`no chunk of its own for ${signIn}`);

const loaded = reach([entry, signInChunk], (chunk) => chunk.imports);
const bytes = [...loaded].reduce((sum, { file }) => sum + gzipSync(readFileSync(join(dist, file))).length, 0);
const kilobytes = (size: number): string => `${(size / 1000).toFixed(1)} kB`;
console.log(`sign-in page: ${kilobytes(bytes)} of JavaScript (gzip), limit ${kilobytes(limit)}`);

const candidatePages = (chunk: Chunk): string[] => [
  ...chunk.imports,
  ...chunk.dynamicImports.filter((file) => !staffOnly.test(byFile.get(file)?.of ?? '')),
];
const leaked = [...reach([entry], candidatePages)].flatMap(({ file, modules }) =>
  modules.filter((module) => staffOnly.test(module)).map((module) => `${file}: ${module}`),
);
if (leaked.length > 0) console.error(`staff code that candidates download:\n${leaked.join('\n')}`);

// What starts the face check names its worker: that is for the pages where photos are taken, and what only they share.
const takesPhotos = (chunk: Chunk): boolean => {
  if (chunk.isEntry) return false;
  if (chunk.of !== null) return photoSteps.includes(chunk.of);
  const users = chunks.filter(({ imports }) => imports.includes(chunk.file));
  return users.length > 0 && users.every(takesPhotos);
};
const starters = chunks.filter(({ file }) =>
  readFileSync(join(dist, file), 'utf8').includes('/face-worker-'),
);
const elsewhere = starters.filter((chunk) => !takesPhotos(chunk));
const early = [...loaded].filter((chunk) => starters.includes(chunk));
if (starters.length === 0) console.error('nothing starts the face check');
for (const { file } of [...elsewhere, ...early]) console.error(`starts the face check: ${file}`);
const inPages = chunks.filter(({ modules }) =>
  modules.some((module) => module.includes('@vladmandic/human')),
);
for (const { file } of inPages) console.error(`the face check belongs in its worker, not in ${file}`);
const assets = join(dist, 'assets');
const faceBytes = readdirSync(assets)
  .filter((file) => facePart.test(file) && !/\.(br|gz)$/.test(file))
  .reduce((sum, file) => sum + gzipSync(readFileSync(join(assets, file))).length, 0);
console.log(`face check: ${kilobytes(faceBytes)} (gzip), limit ${kilobytes(faceLimit)}`);

const strayed = starters.length === 0 || elsewhere.length + early.length + inPages.length > 0;
process.exitCode = bytes > limit || leaked.length > 0 || strayed || faceBytes > faceLimit ? 1 : 0;

function reach(from: Chunk[], next: (chunk: Chunk) => string[]): Set<Chunk> {
  const seen = new Set(from);
  for (const chunk of seen) {
    for (const file of next(chunk)) {
      const found = byFile.get(file);
      if (found) seen.add(found); // a set is walked to what is added on the way
    }
  }
  return seen;
}
