import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bin, root, run } from './run.ts';

const sources = [
  'apps/web/{src,public}/**/*.*',
  'apps/web/*.{html,json,ts}',
  'packages/contract/{src/**/*.*,package.json}',
  'pnpm-lock.yaml',
];

/** Builds the web app into apps/web/dist, unless what is there came from these very sources. Returns the exit code. */
export async function buildWeb(): Promise<number> {
  const stampFile = join(root, 'apps/web/node_modules/.cache/built-from');
  const stamp = fingerprint();
  const isBuilt = existsSync(join(root, 'apps/web/dist/index.html')) && existsSync(stampFile);
  if (isBuilt && readFileSync(stampFile, 'utf8') === stamp) return 0;
  console.log('正在构建网页……');
  const { code } = await run(bin('vite', 'apps/web'), ['build', '--logLevel', 'warn'], { cwd: 'apps/web' });
  if (code === 0) writeFileSync(stampFile, stamp);
  return code;
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of globSync(sources, { cwd: root }).toSorted()) {
    if (!/\.test\.tsx?$/.test(file)) hash.update(file).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

if (import.meta.main) process.exitCode = await buildWeb();
