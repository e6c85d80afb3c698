import { createHash, createHmac, randomBytes } from 'node:crypto';
import { digests, sealerOf, sealers } from '#platform/crypto-suites';
import type { Keys, Suite } from '#platform/keys';

export { loadKeys } from '#platform/keys';
export type { Keys, Suite } from '#platform/keys';
export { hashPassword, needsRehash, verifyPassword } from '#platform/password';

// A sealed value: version (1 byte), key id (2 bytes), then what the version's sealer wrote.
const HEADER = 3;

/**
 * Seals a value for storage. `aad` names what it is ('accounts.idNumber'), so that a value moved to another
 * column does not open there. A fresh nonce each time: equal values look different.
 */
export function encrypt(keys: Keys, aad: string, plain: string | Buffer): Buffer {
  const sealer = sealers[keys.suite];
  const header = Buffer.alloc(HEADER);
  header.writeUInt8(sealer.version, 0);
  header.writeUInt16BE(keys.active, 1);
  const bytes = typeof plain === 'string' ? Buffer.from(plain, 'utf8') : plain;
  return Buffer.concat([header, sealer.seal(masterKey(keys, keys.active), bind(header, aad), bytes)]);
}

/** Opens what `encrypt` sealed, under any suite and any key still in the ring. Throws when it was changed. */
export function decrypt(keys: Keys, aad: string, sealed: Buffer): Buffer {
  if (sealed.length < HEADER + 28) throw new Error(`${aad}: too short to be a sealed value`);
  const header = sealed.subarray(0, HEADER);
  const sealer = sealerOf(header.readUInt8(0));
  if (!sealer) throw new Error(`${aad}: sealed with unknown version ${header.readUInt8(0)}`);
  const master = masterKey(keys, header.readUInt16BE(1));
  try {
    return sealer.open(master, bind(header, aad), sealed.subarray(HEADER));
  } catch {
    throw new Error(`${aad}: the sealed value was changed, or belongs elsewhere`);
  }
}

/** `decrypt` for text. */
export function decryptText(keys: Keys, aad: string, sealed: Buffer): string {
  return decrypt(keys, aad, sealed).toString('utf8');
}

/**
 * A 32-byte keyed fingerprint for looking up a sealed value. The caller normalises `value` first
 * (upper-case X, digits only). `domain` keeps equal values of different columns apart.
 */
export function blindIndex(keys: Keys, domain: string, value: string | Buffer): Buffer {
  return createHmac(digests[keys.index.suite], keys.index.secret)
    .update(`${domain}\0`)
    .update(value)
    .digest();
}

/** A key of its own for another purpose (signing cookies, challenges), derived from the index secret: stable. */
export function derivedKey(keys: Keys, purpose: string): Buffer {
  return blindIndex(keys, 'derived-key', purpose);
}

/** A new secret token: 256 random bits in base64url (43 characters). */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token. No salt: a token has 256 bits of its own. */
export function hashToken(token: string, suite: Suite = 'intl'): Buffer {
  return createHash(digests[suite]).update(token).digest();
}

const bind = (header: Buffer, aad: string) => Buffer.concat([header, Buffer.from(aad, 'utf8')]);

function masterKey(keys: Keys, id: number): Buffer {
  const master = keys.master.get(id);
  if (!master) throw new Error(`key ${id} is not in the key ring`);
  return master;
}
