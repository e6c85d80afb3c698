import { asc, inArray } from 'drizzle-orm';
import type { Standing } from '@zikao/contract/records';
import { admissionNumbersOf, numbersOf } from '#modules/identity';
import { today } from '#platform/clock';
import type { Ctx } from '#platform/context';
import { counted, type Entry, type EntryRow, type Past } from './counted.ts';
import { standingOn, type StandingRow } from './standing.ts';
import { recordEntries, standingEntries } from './tables.ts';

type Reader = Pick<Ctx, 'db'>;

export interface RecordFile {
  /** Several until 合档: the record is what all of them hold together. */
  numbers: readonly string[];
  counting: ReadonlyMap<string, Entry>;
  past: readonly Past[];
  standingRows: readonly StandingRow[];
}

/** 考籍档案 of a candidate, under all their admission numbers. */
export async function loadRecord(ctx: Reader, candidate: string): Promise<RecordFile> {
  const numbers = await admissionNumbersOf(ctx, candidate);
  if (numbers.length === 0) return { numbers, ...counted([]), standingRows: [] };
  const entries = await entriesUnder(ctx, numbers);
  return { numbers, ...counted(entries), standingRows: await loadStandingRows(ctx, candidate) };
}

/** All that was written under some numbers, oldest first. */
export function entriesUnder(ctx: Reader, numbers: readonly string[]): Promise<EntryRow[]> {
  return ctx.db
    .select()
    .from(recordEntries)
    .where(inArray(recordEntries.admissionNumber, [...numbers]))
    .orderBy(asc(recordEntries.seq));
}

/** 考籍状态 as some numbers alone would have it. */
export async function standingUnder(ctx: Reader, numbers: readonly string[]): Promise<Standing> {
  const standingRows = await ctx.db
    .select()
    .from(standingEntries)
    .where(inArray(standingEntries.admissionNumber, [...numbers]))
    .orderBy(asc(standingEntries.seq));
  return standingToday(ctx, { numbers, standingRows });
}

/** Only what 考籍状态 is derived from, in one query: nearly everybody has nothing there. */
export function loadStandingRows(ctx: Reader, candidate: string): Promise<StandingRow[]> {
  return ctx.db
    .select()
    .from(standingEntries)
    .where(inArray(standingEntries.admissionNumber, numbersOf(candidate)))
    .orderBy(asc(standingEntries.seq));
}

/** 考籍状态 today. */
export async function standingToday(
  ctx: Reader,
  { numbers, standingRows }: Pick<RecordFile, 'numbers' | 'standingRows'>,
): Promise<Standing> {
  return standingOn(standingRows, await today(ctx.db), numbers.length > 0);
}
