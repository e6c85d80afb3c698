import { and, eq, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { Signed } from '#platform/context';
import { BY } from '#modules/review';
import { decisions } from '#tables/review';
import type { Pairs } from './agreement.ts';
import { spotCheckTasks } from './tables.ts';

const both = (first: string, second: string): SQL<number> =>
  sql<number>`(count(*) filter (where ${decisions.decision} = ${first} and ${spotCheckTasks.verdict} = ${second}))::int`;

/** Per officer whose decisions were looked at again, how the pairs fell. */
export function pairsOf(
  { db }: Signed,
  spotCheckIds: readonly string[],
): Promise<(Pairs & { spotCheck: string; office: string; officer: string })[]> {
  return db
    .select({
      spotCheck: spotCheckTasks.spotCheck,
      office: BY.office,
      officer: decisions.officer,
      bothApproved: both('approve', 'approve'),
      bothRejected: both('reject', 'reject'),
      stricter: both('approve', 'reject'),
      milder: both('reject', 'approve'),
    })
    .from(spotCheckTasks)
    .innerJoin(decisions, eq(decisions.id, spotCheckTasks.decision))
    .where(and(inArray(spotCheckTasks.spotCheck, [...spotCheckIds]), isNotNull(spotCheckTasks.verdict)))
    .groupBy(spotCheckTasks.spotCheck, BY.office, decisions.officer);
}
