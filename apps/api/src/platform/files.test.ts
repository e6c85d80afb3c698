import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openFiles, type Files } from '#platform/files';
import { newRing, openRing, rotate } from '#platform/keys';

const picture = Buffer.from('a picture, as far as the storage is concerned');
const ring = newRing('intl');
const keys = openRing(ring, 'intl');
let dir: string;
let files: Files;

const stored = () =>
  readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'files-'));
  files = openFiles({ dir, keys });
});

describe('files on the disk', () => {
  it('refuses to open without a place', () => {
    expect(() => openFiles({ keys })).toThrow('No file storage');
  });

  it('refuses keys that are not keys, so that no path can be smuggled in', async () => {
    for (const key of ['', '../../etc/passwd', 'a'.repeat(63), 'A'.repeat(64)]) {
      await expect(files.get(key)).rejects.toThrow('Not the key');
      await expect(files.exists(key)).rejects.toThrow('Not the key');
      await expect(files.remove(key)).rejects.toThrow('Not the key');
    }
  });

  it('says when a file is missing', async () => {
    await expect(files.get('0'.repeat(64))).rejects.toThrow('not in the storage');
    expect(await files.exists('0'.repeat(64))).toBe(false);
  });

  it('refuses a file that was changed, or put in the place of another', async () => {
    const [one, two] = [await files.put('a', picture), await files.put('b', picture)];
    const [first, second] = stored().map((entry) => join(entry.parentPath, entry.name));
    writeFileSync(first!, readFileSync(second!));
    const results = await Promise.allSettled([files.get(one), files.get(two)]);
    expect(results.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('keeps nothing readable, in names or content, and leaves no half file', async () => {
    await files.put('candidate-1', picture);
    const [entry, ...others] = stored();
    expect(others).toEqual([]);
    expect(entry!.name).toMatch(/^[0-9a-f]{64}$/);
    expect(entry!.parentPath).toBe(join(dir, entry!.name.slice(0, 2), entry!.name.slice(2, 4)));
    expect(readFileSync(join(entry!.parentPath, entry!.name)).includes(picture)).toBe(false);
  });

  it('gives the same key for the same content of one owner, and another for another owner', async () => {
    const key = await files.put('a', picture);
    expect(await files.put('a', picture)).toBe(key);
    expect(await files.put('b', picture)).not.toBe(key);
    expect(stored()).toHaveLength(2);
  });

  it('stores and removes, and opens old files after a rotation of the keys', async () => {
    const key = await files.put('a', picture);
    const rotated = openFiles({ dir, keys: openRing(rotate(ring), 'gm') });
    expect((await rotated.get(key)).equals(picture)).toBe(true);
    await files.remove(key);
    await files.remove(key);
    expect(await files.exists(key)).toBe(false);
  });

  it('takes the same file from many at once', async () => {
    const given = await Promise.all(Array.from({ length: 20 }, () => files.put('a', picture)));
    expect(new Set(given).size).toBe(1);
    expect((await files.get(given[0]!)).equals(picture)).toBe(true);
  });
});
