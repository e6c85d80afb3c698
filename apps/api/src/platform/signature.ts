import { createHmac, timingSafeEqual } from 'node:crypto';
import { digests } from '#platform/crypto-suites';
import type { Keys } from '#platform/keys';

const KEY_ID = 2;
const MAC = 16;
/** Bytes that a signature takes. */
export const SIGNATURE = KEY_ID + MAC;

/** A short signature of ours for what leaves on paper: key id (2 bytes) and MAC. `purpose` keeps equal bytes of different papers apart. */
export function sign(keys: Keys, purpose: string, bytes: Buffer): Buffer {
  const id = Buffer.alloc(KEY_ID);
  id.writeUInt16BE(keys.active);
  return Buffer.concat([id, macOf(keys, keys.active, purpose, bytes)!]);
}

/** Whether we signed that. A key that has left the ring takes its signatures with it. */
export function isSigned(keys: Keys, purpose: string, bytes: Buffer, signature: Buffer): boolean {
  if (signature.length !== SIGNATURE) return false;
  const mac = macOf(keys, signature.readUInt16BE(), purpose, bytes);
  return mac !== undefined && timingSafeEqual(mac, signature.subarray(KEY_ID));
}

function macOf(keys: Keys, id: number, purpose: string, bytes: Buffer): Buffer | undefined {
  const master = keys.master.get(id);
  if (!master) return undefined;
  const digest = digests[keys.index.suite];
  const key = createHmac(digest, master).update(`signature\0${purpose}`).digest();
  return createHmac(digest, key).update(bytes).digest().subarray(0, MAC);
}
