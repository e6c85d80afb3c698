import { createHash, randomBytes } from 'node:crypto';
import type { Services } from '#platform/context';
import { decryptText, encrypt } from '#platform/crypto';

const AAD = 'seating.seed';

/** A seed nobody chose; its hash is shown before the run, itself only with the publication. */
export function drawSeed({ keys }: Pick<Services, 'keys'>): { seedHash: string; seedSealed: Buffer } {
  const seed = randomBytes(32).toString('hex');
  return { seedHash: hashOf(seed), seedSealed: encrypt(keys, AAD, seed) };
}

export const openSeed = ({ keys }: Pick<Services, 'keys'>, sealed: Buffer): string =>
  decryptText(keys, AAD, sealed);

export const hashOf = (seed: string): string => createHash('sha256').update(seed).digest('hex');
