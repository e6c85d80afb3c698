import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import type { Suite } from '#platform/keys';

/** One way to seal bytes. `seal` draws its own nonce; `open` throws when anything was changed. */
type Sealer = {
  version: number;
  seal(master: Buffer, aad: Buffer, plain: Buffer): Buffer;
  open(master: Buffer, aad: Buffer, sealed: Buffer): Buffer;
};

/** Of each master key the keys made of it: deriving one takes ten times as long as opening an ID number with it. */
const derived = new WeakMap<Buffer, Map<string, KeyObject>>();

function derive(digest: string, master: Buffer, purpose: string, bytes: number): KeyObject {
  const known = derived.get(master) ?? new Map<string, KeyObject>();
  derived.set(master, known);
  const key =
    known.get(purpose) ??
    createSecretKey(Buffer.from(hkdfSync(digest, master, Buffer.alloc(0), `zikao/${purpose}`, bytes)));
  known.set(purpose, key);
  return key;
}

// A 96-bit random nonce is safe for 2^32 records per key (NIST SP 800-38D 8.3); rotation comes long before.
const aesGcm: Sealer = {
  version: 1,
  seal(master, aad, plain) {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', derive('sha256', master, 'aes-256-gcm', 32), nonce).setAAD(
      aad,
    );
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  },
  open(master, aad, sealed) {
    const key = derive('sha256', master, 'aes-256-gcm', 32);
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 });
    decipher.setAAD(aad).setAuthTag(sealed.subarray(-16));
    return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
  },
};

// Node 24 has no SM4-GCM: SM4-CTR, then HMAC-SM3 over length of AAD, AAD, nonce and ciphertext, with keys of its own.
const sm4ThenMac: Sealer = {
  version: 2,
  seal(master, aad, plain) {
    const nonce = randomBytes(16);
    const cipher = createCipheriv('sm4-ctr', derive('sm3', master, 'sm4-ctr', 16), nonce);
    const body = Buffer.concat([nonce, cipher.update(plain), cipher.final()]);
    return Buffer.concat([body, sm3Tag(master, aad, body)]);
  },
  open(master, aad, sealed) {
    const body = sealed.subarray(0, -32);
    if (!timingSafeEqual(sm3Tag(master, aad, body), sealed.subarray(-32))) throw new Error('wrong tag');
    const decipher = createDecipheriv('sm4-ctr', derive('sm3', master, 'sm4-ctr', 16), body.subarray(0, 16));
    return Buffer.concat([decipher.update(body.subarray(16)), decipher.final()]);
  },
};

function sm3Tag(master: Buffer, aad: Buffer, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(aad.length);
  return createHmac('sm3', derive('sm3', master, 'hmac-sm3', 32))
    .update(length)
    .update(aad)
    .update(body)
    .digest();
}

/** What each suite writes with. */
export const sealers: Record<Suite, Sealer> = { intl: aesGcm, gm: sm4ThenMac };

/** The sealer a stored version byte names, whichever suite is active now. */
export const sealerOf = (version: number) =>
  Object.values(sealers).find((sealer) => sealer.version === version);

/** The hash of each suite, as node:crypto names it. */
export const digests: Record<Suite, string> = { intl: 'sha256', gm: 'sm3' };
