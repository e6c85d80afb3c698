import { hash, parseOptions, verify } from '@node-rs/argon2';

// OWASP Password Storage Cheat Sheet: Argon2id (this library's default), 19 MiB, 2 passes, 1 lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// A hash of nothing anyone knows, with the same cost: an unknown account takes as long as a wrong password.
const nobody = hash(crypto.getRandomValues(new Uint8Array(32)), cost);

/**
 * An Argon2id hash in PHC form. The same under both suites: the 国密 standards define no memory-hard function, and
 * PBKDF2-HMAC-SM3 (GM/T 0091) would resist guessing far worse. An assessor who asks for SM3 here is to be shown this.
 */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost);
}

/** Whether the password fits. Without a stored hash (no such account) it answers false after the same time. */
export async function verifyPassword(stored: string | undefined, password: string): Promise<boolean> {
  const fits = await verify(stored ?? (await nobody), password.normalize('NFKC'));
  return fits && stored !== undefined;
}

/** Whether a stored hash was made with other costs than today's, so that a good sign-in should renew it. */
export function needsRehash(stored: string): boolean {
  const used = parseOptions(stored);
  return (
    used.memoryCost !== cost.memoryCost ||
    used.timeCost !== cost.timeCost ||
    used.parallelism !== cost.parallelism
  );
}
