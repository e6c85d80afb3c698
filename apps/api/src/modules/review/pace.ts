import { and, sql, type SQL } from 'drizzle-orm';
import type { WorkFigures } from '@zikao/contract/oversight';
import { movedDate } from '@zikao/contract/sessions';
import { today } from '#platform/clock';
import type { Ctx } from '#platform/context';
import { BY, parted, within } from './figures.ts';
import { decisions } from './tables.ts';

type Pace = WorkFigures['pace'];
export const NO_PACE: Pace = { today: 0, week: 0, month: 0 };

/** How many of these decisions were taken today and in the last 7 and 30 days, each part of them and all together. */
export async function paceBy(
  { db }: Pick<Ctx, 'db'>,
  part: keyof typeof BY,
  which: SQL | undefined,
): Promise<{ each: Map<string, Pace>; total: Pace }> {
  const day = await today(db);
  const last = (days: number) => within(movedDate(day, 1 - days), day);
  const lately = (days: number) => sql<number>`(count(*) filter (where ${last(days)}))::int`;
  const rows = await db
    .select({
      key: sql<string | null>`${BY[part]}`,
      today: lately(1),
      week: lately(7),
      month: lately(30),
    })
    .from(decisions)
    .where(and(which, last(30)))
    .groupBy(sql`rollup (${BY[part]})`);
  return parted(rows, (row) => ({ today: row.today, week: row.week, month: row.month }), NO_PACE);
}
