import { and, count, eq, inArray, min, sql } from 'drizzle-orm';
import type { Given } from '@zikao/contract/endpoint';
import type { getCounts, Queue } from '@zikao/contract/review';
import type { Signed } from '#platform/context';
import { queuesOf, sourceOf } from './queues.ts';
import { inScope } from './scope.ts';
import { decisions } from './tables.ts';

/** What waits in each queue, and what the officer got done today (Asia/Shanghai). */
export async function counts(ctx: Signed): Promise<Given<typeof getCounts>> {
  const queues = await Promise.all(queuesOf(ctx).map((queue) => waiting(ctx, queue)));
  const today = sql`date_trunc('day', app_now(), 'Asia/Shanghai')`;
  const [done] = await ctx.db
    .select({
      count: count(),
      median: sql<number | null>`percentile_cont(0.5) within group (order by ${decisions.seconds})`,
    })
    .from(decisions)
    .where(and(eq(decisions.officer, ctx.actor.id), sql`${decisions.at} >= (select ${today})`));
  return { queues, decidedToday: done!.count, medianSeconds: done!.median };
}

async function waiting(ctx: Signed, queue: Queue) {
  const of = sourceOf(ctx, queue);
  const [row] = await ctx.db
    .select({ pending: count(), oldest: min(of.submittedAt) })
    .from(of.table)
    .where(and(inScope(ctx.actor, of), inArray(of.state, of.waits(ctx.actor.role))));
  const oldest = row!.oldest as Date | null;
  return { queue, pending: row!.pending, ...(oldest && { oldest: oldest.toISOString() }) };
}
