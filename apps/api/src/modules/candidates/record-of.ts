import { asc, inArray } from 'drizzle-orm';
import { admissionNumbersOf } from '#modules/identity';
import type { Ctx } from '#platform/context';
import { recordEntries } from './tables.ts';

export type RecordRow = typeof recordEntries.$inferSelect;

/** 考籍档案 of a candidate: every entry under any of their admission numbers, oldest first. */
export async function recordOf(ctx: Ctx, candidate: string): Promise<RecordRow[]> {
  const numbers = await admissionNumbersOf(ctx, candidate);
  if (numbers.length === 0) return [];
  return ctx.db
    .select()
    .from(recordEntries)
    .where(inArray(recordEntries.admissionNumber, numbers))
    .orderBy(asc(recordEntries.at), asc(recordEntries.id));
}
