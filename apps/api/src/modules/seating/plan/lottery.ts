import { hash } from 'node:crypto';

/**
 * The lot a candidate draws: the first 48 bits of SHA-256 of `seed`, a line feed and the admission number. Anybody can
 * work it out again once the seed is published, nobody before.
 */
export function lotOf(seed: string, candidate: string): number {
  return Number.parseInt(hash('sha256', `${seed}\n${candidate}`, 'hex').slice(0, 12), 16);
}

/** Another order in every slot, so that nobody has the same neighbours twice: the lot's low 32 bits, mixed (murmur3). */
export function lotInSlot(lot: number, slot: number): number {
  let mixed = ((lot % 2 ** 32) ^ Math.imul(slot + 1, 0x9e3779b1)) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
