import type { DeriveKeyFunction } from 'altcha-lib/types';
import { sha256 } from '@noble/hashes/sha2.js';

/**
 * SHA-256 of salt and password, `cost` times over, as ALTCHA defines it. In plain JavaScript, because browsers give
 * `crypto.subtle` to secure origins only, and an office's intranet is plain http; it is also faster than as many promises.
 */
export const deriveKey: DeriveKeyFunction = async ({ algorithm, cost, keyLength = 32 }, salt, password) => {
  if (algorithm !== 'SHA-256') throw new Error(`unknown algorithm ${algorithm}`);
  const first = new Uint8Array(salt.length + password.length);
  first.set(salt);
  first.set(password, salt.length);
  let key = sha256(first);
  for (let round = 1; round < cost; round++) key = sha256(key);
  return { parameters: {}, derivedKey: key.slice(0, keyLength) as Uint8Array<ArrayBuffer> };
};
