import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decrypt, encrypt } from '#platform/crypto';
import type { Keys } from '#platform/keys';

/** One piece of a backup. The last one is `end`, with what must have arrived. */
export type Piece =
  | { kind: 'start'; migrations: string[]; at: string }
  | { kind: 'rows'; table: string; rows: string[] }
  | { kind: 'sequence'; name: string; last: string; called: boolean }
  | { kind: 'file'; owner: string; key: string; bytes: string }
  | { kind: 'end'; rows: Record<string, number>; files: number };

const aad = (no: number) => `backup/${no}`;

/** Writes pieces, each zipped and sealed under its number: none can be read, changed, moved or left out unnoticed. */
export async function createArchive(path: string, keys: Keys) {
  const file = await open(path, 'wx', 0o600);
  let no = 0;
  return {
    async add(piece: Piece): Promise<void> {
      const sealed = encrypt(keys, aad(no++), gzipSync(JSON.stringify(piece)));
      const length = Buffer.alloc(4);
      length.writeUInt32BE(sealed.length);
      await file.write(Buffer.concat([length, sealed]));
    },
    async close(): Promise<void> {
      await file.sync();
      await file.close();
    },
  };
}

/** Reads an archive piece by piece. Throws when it was changed or cut short. */
export async function* readArchive(path: string, keys: Keys): AsyncGenerator<Piece> {
  let waiting = Buffer.alloc(0);
  let no = 0;
  let last: Piece | undefined;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    waiting = Buffer.concat([waiting, chunk]);
    for (let length = sizeOf(waiting); length !== undefined; length = sizeOf(waiting)) {
      const sealed = waiting.subarray(4, 4 + length);
      last = JSON.parse(gunzipSync(decrypt(keys, aad(no++), sealed)).toString()) as Piece;
      yield last;
      waiting = waiting.subarray(4 + length);
    }
  }
  if (last?.kind !== 'end' || waiting.length) throw new Error('the backup is cut short');
}

/** Length of the piece at the front; undefined until it is there in full. */
function sizeOf(bytes: Buffer): number | undefined {
  if (bytes.length < 4) return undefined;
  const length = bytes.readUInt32BE(0);
  return bytes.length < 4 + length ? undefined : length;
}
