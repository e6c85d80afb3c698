import { blindIndex, decrypt, encrypt, type Keys } from '#platform/crypto';
import { diskStorage } from '#platform/storage-disk';
import { s3Storage } from '#platform/storage-s3';

/**
 * Private files: sealed before they leave the process, named by their content.
 * `owner` is part of the name: equal files of two people share nothing, and removing one spares the other.
 */
export type Files = {
  /** Stores the bytes and gives the key to remember. The same owner and bytes give the same key. */
  put(owner: string, bytes: Buffer): Promise<string>;
  /** Throws when there is no such file, or when it was changed outside. */
  get(key: string): Promise<Buffer>;
  exists(key: string): Promise<boolean>;
  remove(key: string): Promise<void>;
};

/** Opens the storage: a bucket by `url` (see s3Storage), else the folder `dir`. */
export function openFiles(options: { url?: string; dir?: string; keys: Keys }): Files {
  const { url, dir, keys } = options;
  if (!url && !dir) throw new Error('No file storage: name a folder or an s3:// address.');
  const storage = url ? s3Storage(url) : diskStorage(dir!);
  return {
    async put(owner, bytes) {
      // Keyed: who sees the storage cannot tell whether a picture he knows is in it.
      const key = blindIndex(keys, 'files', Buffer.concat([Buffer.from(`${owner}\0`), bytes])).toString(
        'hex',
      );
      await storage.put(key, encrypt(keys, `files/${key}`, bytes));
      return key;
    },
    async get(key) {
      const sealed = await storage.get(checked(key));
      if (!sealed) throw new Error(`File ${key} is not in the storage.`);
      return decrypt(keys, `files/${key}`, sealed);
    },
    exists: async (key) => storage.exists(checked(key)),
    remove: async (key) => storage.remove(checked(key)),
  };
}

function checked(key: string): string {
  if (!/^[0-9a-f]{64}$/.test(key)) throw new Error('Not the key of a file.');
  return key;
}
