import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

/** `intl`: AES-256-GCM and SHA-256. `gm`: SM4, SM3 (GB/T 32907, GB/T 32905), for GB/T 39786 assessments. */
export type Suite = 'intl' | 'gm';

const secret = z
  .base64()
  .refine((text) => Buffer.from(text, 'base64').length === 32, 'expected 32 bytes in base64');
const keyId = z.coerce.number().int().min(1).max(65535);

/** What a key file holds. `index` also names its suite: changing it needs every stored index recomputed. */
export const KeyRing = z
  .object({
    active: keyId,
    keys: z.record(z.string(), secret),
    index: z.object({ suite: z.enum(['intl', 'gm']), secret }),
  })
  .refine((ring) => ring.keys[ring.active] !== undefined, 'the active key is not in the ring')
  .refine(
    (ring) => Object.keys(ring.keys).every((id) => keyId.safeParse(id).success),
    'key ids are 1 to 65535',
  );
export type KeyRing = z.infer<typeof KeyRing>;

/** The keys of a running process. `suite` rules what is written; reading goes by what each record says. */
export type Keys = {
  suite: Suite;
  active: number;
  master: ReadonlyMap<number, Buffer>;
  index: { suite: Suite; secret: Buffer };
};

const draw = () => randomBytes(32).toString('base64');

/** A new ring with one key. */
export function newRing(suite: Suite): KeyRing {
  return { active: 1, keys: { 1: draw() }, index: { suite, secret: draw() } };
}

/** Adds a key and makes it active. Older keys stay for reading; the index secret is left alone. */
export function rotate(ring: KeyRing): KeyRing {
  const next = Math.max(...Object.keys(ring.keys).map(Number)) + 1;
  return { ...ring, active: next, keys: { ...ring.keys, [next]: draw() } };
}

/** Replaces the index secret. The caller recomputes every stored index in the same maintenance window. */
export function renewIndex(ring: KeyRing, suite: Suite): KeyRing {
  return { ...ring, index: { suite, secret: draw() } };
}

/** Turns a ring into usable keys. */
export function openRing(ring: KeyRing, suite: Suite): Keys {
  const master = Object.entries(ring.keys).map(
    ([id, text]) => [Number(id), Buffer.from(text, 'base64')] as const,
  );
  return {
    suite,
    active: ring.active,
    master: new Map(master),
    index: { suite: ring.index.suite, secret: Buffer.from(ring.index.secret, 'base64') },
  };
}

/**
 * The key ring from its JSON text (`fromEnv`), else from `file`, which is made (mode 0600) at the first start.
 * Throws a plain Error, without any key material, when the ring is malformed or neither source is named.
 */
export function loadKeys(source: { fromEnv?: string; file?: string; suite?: Suite }): Keys {
  const suite = source.suite ?? 'intl';
  if (source.fromEnv) return openRing(parseRing(source.fromEnv, 'the environment'), suite);
  if (!source.file) throw new Error('No keys: name a key ring or a key file.');
  return openRing(readRing(source.file) ?? createRing(source.file, suite), suite);
}

/** Adds a new active key to a key file; processes read it at their next start. Returns the new key's id. */
export function rotateFile(file: string): number {
  const ring = readRing(file);
  if (!ring) throw new Error(`There is no key file at ${file}.`);
  const next = rotate(ring);
  renameSync(writeBeside(file, next), file);
  return next.active;
}

function readRing(file: string): KeyRing | undefined {
  try {
    return parseRing(readFileSync(file, 'utf8'), file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

// Linked, not renamed: of two processes that start together the second must not replace the first one's keys.
function createRing(file: string, suite: Suite): KeyRing {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const ring = newRing(suite);
  const written = writeBeside(file, ring);
  try {
    linkSync(written, file);
    return ring;
  } catch (error) {
    const winner = (error as NodeJS.ErrnoException).code === 'EEXIST' && readRing(file);
    if (winner) return winner;
    throw error;
  } finally {
    rmSync(written, { force: true });
  }
}

function writeBeside(file: string, ring: KeyRing): string {
  const path = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = openSync(path, 'wx', 0o600);
  writeSync(handle, `${JSON.stringify(ring, null, 2)}\n`);
  fsyncSync(handle);
  closeSync(handle);
  return path;
}

function parseRing(text: string, where: string): KeyRing {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Error(`The key ring from ${where} is not JSON.`);
  }
  const result = KeyRing.safeParse(json);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join('.') || 'ring'}: ${issue.message}`);
  throw new Error(`The key ring from ${where} is malformed (${faults.join('; ')}).`);
}
