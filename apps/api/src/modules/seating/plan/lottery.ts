import { hash } from 'node:crypto';

/**
 * The lot a candidate draws: the first 48 bits of SHA-256 of `seed`, a line feed and the admission number. Anybody can
 * work it out again once the seed is published, nobody before.
 */
export function lotOf(seed: string, candidate: string): number {
  return Number.parseInt(hash('sha256', `${seed}\n${candidate}`, 'hex').slice(0, 12), 16);
}

/** Every candidate's lot, and place in the order of the lots; equal lots, which hardly exist, go by admission number. */
export function drawLots(
  seed: string,
  candidates: readonly string[],
): { lots: Float64Array; rank: Int32Array } {
  const lots = Float64Array.from(candidates, (candidate) => lotOf(seed, candidate));
  // Numbers alone are sorted many times faster than by comparing people.
  const drawn = lots.toSorted();
  const rank = Int32Array.from(lots, (lot) => firstAt(drawn, lot));
  for (let at = 1; at < drawn.length; at++)
    if (drawn[at] === drawn[at - 1]) return { lots, rank: compared(lots, candidates) };
  return { lots, rank };
}

function compared(lots: Float64Array, candidates: readonly string[]): Int32Array {
  const order = [...lots.keys()].toSorted(
    (a, b) => lots[a]! - lots[b]! || (candidates[a]! < candidates[b]! ? -1 : 1),
  );
  const rank = new Int32Array(lots.length);
  for (const [at, no] of order.entries()) rank[no] = at;
  return rank;
}

function firstAt(sorted: Float64Array, value: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (sorted[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Another order in every slot, so that nobody has the same neighbours twice: the lot's low 32 bits, mixed (murmur3). */
export function lotInSlot(lot: number, slot: number): number {
  let mixed = ((lot % 2 ** 32) ^ Math.imul(slot + 1, 0x9e3779b1)) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
