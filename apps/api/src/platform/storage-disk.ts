import { randomBytes } from 'node:crypto';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fanOut, type Storage } from '#platform/storage';

/** Files in a folder of this machine (or a shared volume). A reader sees a whole file or none. */
export function diskStorage(dir: string): Storage {
  const pathOf = (name: string) => join(dir, fanOut(name));
  return {
    async put(name, bytes) {
      const path = pathOf(name);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const written = `${path}.${randomBytes(6).toString('hex')}`;
      try {
        await writeThrough(written, bytes);
        await rename(written, path);
      } catch (error) {
        await rm(written, { force: true });
        throw error;
      }
      await syncFolder(dirname(path));
    },
    get: (name) => readFile(pathOf(name)).catch(orUndefined),
    async exists(name) {
      return (await access(pathOf(name)).then(() => true, orUndefined)) === true;
    },
    remove: (name) => rm(pathOf(name), { force: true }),
  };
}

async function writeThrough(path: string, bytes: Buffer) {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

// Without this a power cut may forget the new name, though the bytes are on the disk. Windows has no such call.
async function syncFolder(path: string) {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}

function orUndefined(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
