import { asc, inArray } from 'drizzle-orm';
import type { Standing } from '@zikao/contract/records';
import { admissionNumbersOf } from '#modules/identity';
import { today } from '#platform/clock';
import type { Ctx } from '#platform/context';
import { counted, type Entry, type Past } from './counted.ts';
import { standingOn, type StandingRow } from './standing.ts';
import { recordEntries, standingEntries } from './tables.ts';

type Reader = Pick<Ctx, 'db'>;

export interface StandingFile {
  /** Several until 合档: the record is what all of them hold together. */
  numbers: readonly string[];
  standingRows: readonly StandingRow[];
}
export interface RecordFile extends StandingFile {
  counting: ReadonlyMap<string, Entry>;
  past: readonly Past[];
}

/** 考籍档案 of a candidate, under all their admission numbers. */
export async function loadRecord(ctx: Reader, candidate: string): Promise<RecordFile> {
  const file = await loadStandingRows(ctx, candidate);
  const { numbers } = file;
  const entries = numbers.length
    ? await ctx.db
        .select()
        .from(recordEntries)
        .where(inArray(recordEntries.admissionNumber, [...numbers]))
        .orderBy(asc(recordEntries.seq))
    : [];
  return { ...file, ...counted(entries) };
}

/** Only what 考籍状态 is derived from: most people have nothing there. */
export async function loadStandingRows(ctx: Reader, candidate: string): Promise<StandingFile> {
  const numbers = await admissionNumbersOf(ctx, candidate);
  const standingRows = numbers.length
    ? await ctx.db
        .select()
        .from(standingEntries)
        .where(inArray(standingEntries.admissionNumber, numbers))
        .orderBy(asc(standingEntries.seq))
    : [];
  return { numbers, standingRows };
}

/** 考籍状态 today. */
export async function standingToday(ctx: Reader, { numbers, standingRows }: StandingFile): Promise<Standing> {
  return standingOn(standingRows, await today(ctx.db), numbers.length > 0);
}
