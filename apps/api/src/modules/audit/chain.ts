import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { derivedKey, type Keys } from '#platform/crypto';
import { digests } from '#platform/crypto-suites';
import type { auditEntries } from '#platform/tables';

export type Entry = typeof auditEntries.$inferSelect;

/** The end of a chain, of which the signed tip and the day's heads are made. */
export interface End {
  lastSeq: bigint;
  entries: number;
  hash: Buffer;
}

/** Before the first entry. */
export const START: End = { lastSeq: 0n, entries: 0, hash: Buffer.alloc(32) };

/** The hash of a link: over the link before and everything the entry says, in a fixed order. */
export function linkHash(keys: Keys, before: Buffer, entry: Entry): Buffer {
  const { seq, at, actor, actorName, role, ip, action, subject, candidate, why, request, district } = entry;
  const said = [String(seq), at.toISOString(), actor, actorName, role, ip];
  // What was written before there were districts in it keeps the hash it has.
  const where = district === null ? [] : [district];
  const canonical = JSON.stringify([...said, action, subject, candidate, why, request, ...where]);
  return createHash(digests[keys.index.suite]).update(before).update(canonical).digest();
}

/** The end of the chain after one more entry. */
export function extend(keys: Keys, end: End, entry: Entry): End {
  return { lastSeq: entry.seq, entries: end.entries + 1, hash: linkHash(keys, end.hash, entry) };
}

/** Signs an end with a key that is not in the database. `of`: `tip`, or the day of a head. */
export function sign(keys: Keys, of: string, { lastSeq, entries, hash }: End): Buffer {
  return createHmac(digests[keys.index.suite], derivedKey(keys, 'audit-chain'))
    .update(JSON.stringify([of, String(lastSeq), entries, hash.toString('hex')]))
    .digest();
}

export function isSigned(keys: Keys, of: string, end: End & { signature: Buffer }): boolean {
  const expected = sign(keys, of, end);
  return expected.length === end.signature.length && timingSafeEqual(expected, end.signature);
}
