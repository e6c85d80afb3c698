import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { zip } from '#platform/zip';
import { unzip } from '#test/unzip';

const parts = [
  { name: '第1场-第01考场.pdf', bytes: Buffer.from('%PDF-1.7 一') },
  { name: '空.pdf', bytes: Buffer.alloc(0) },
  { name: '藏 བོད.pdf', bytes: Buffer.alloc(70_000, 7) },
];

async function whole(given: typeof parts): Promise<Buffer> {
  async function* each() {
    yield* given;
  }
  const pieces: Buffer[] = [];
  for await (const piece of zip(each())) pieces.push(piece);
  return Buffer.concat(pieces);
}

it('gives the parts back, under their names', async () => {
  expect(unzip(await whole(parts))).toEqual(new Map(parts.map(({ name, bytes }) => [name, bytes])));
  expect(unzip(await whole([]))).toEqual(new Map());
});

it('is read by another program', async (test) => {
  const dir = mkdtempSync(join(tmpdir(), 'zip-'));
  try {
    writeFileSync(join(dir, 'a.zip'), await whole(parts));
    const script =
      'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), [len(z.read(n)) for n in z.namelist()])';
    const said = execFileSync('python3', ['-c', script, join(dir, 'a.zip')], { encoding: 'utf8' });
    expect(said.trim()).toBe('None [12, 0, 70000]');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return test.skip('no python here');
    throw error;
  } finally {
    rmSync(dir, { recursive: true });
  }
});
