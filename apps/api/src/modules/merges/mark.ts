import { inArray, max } from 'drizzle-orm';
import { accountsOf, numbersOf } from '#modules/identity';
import type { Ctx } from '#platform/context';
import { recordEntries, standingEntries } from '#tables/records';
import { scores } from '#tables/scores';
import type { Mark } from './moved.ts';

/** How far 考籍 and scores of a person go now. */
export async function markOf(ctx: Pick<Ctx, 'db'>, candidate: string): Promise<Mark> {
  const [entries] = await ctx.db
    .select({ seq: max(recordEntries.seq) })
    .from(recordEntries)
    .where(inArray(recordEntries.admissionNumber, numbersOf(candidate)));
  const [standings] = await ctx.db
    .select({ seq: max(standingEntries.seq) })
    .from(standingEntries)
    .where(inArray(standingEntries.admissionNumber, numbersOf(candidate)));
  return {
    entries: String(entries?.seq ?? 0),
    standings: String(standings?.seq ?? 0),
    scores: await ctx.db.$count(scores, inArray(scores.candidate, accountsOf(candidate))),
  };
}

export const sameMark = (one: Mark, other: Mark): boolean =>
  one.entries === other.entries && one.standings === other.standings && one.scores === other.scores;
