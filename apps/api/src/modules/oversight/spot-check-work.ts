import { and, eq, isNull, or, sql } from 'drizzle-orm';
import type { Given } from '@zikao/contract/endpoint';
import type { getSpotCheckWork as endpoint } from '@zikao/contract/spot-checks';
import type { Signed } from '#platform/context';
import { claims } from '#tables/review';
import { selectTasks, mayLookAt, waits } from './tasks.ts';
import { spotCheckTasks } from './tables.ts';

/** How much there is for the actor to look at again; what colleagues hold is not. */
export async function spotCheckWork(ctx: Signed): Promise<Given<typeof endpoint>> {
  const mine = eq(claims.officer, ctx.actor.id);
  const waiting = selectTasks(ctx)
    .where(and(waits, mayLookAt(ctx), or(isNull(claims.officer), mine)))
    .as('waiting');
  const [row] = await ctx.db
    .select({
      waiting: sql<number>`count(*)::int`,
      // Nobody holds two: until it is done or put back, the same one is given again.
      mine: sql<string | null>`(array_agg(${waiting.id}) filter (where ${waiting.holder} is not null))[1]`,
    })
    .from(waiting);
  const done = await ctx.db.$count(spotCheckTasks, eq(spotCheckTasks.reviewer, ctx.actor.id));
  return { waiting: row!.waiting, mine: row!.mine, done };
}
