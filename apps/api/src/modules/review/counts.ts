import { and, count, eq, inArray, min, type SQL } from 'drizzle-orm';
import type { Given } from '@zikao/contract/endpoint';
import type { getCounts, Queue } from '@zikao/contract/review';
import type { Signed } from '#platform/context';
import { ownToday } from './figures.ts';
import { queuesOf, type Source, sourceOf } from './queues.ts';
import { heldDecisions } from './tables.ts';
import { inWaitingScope } from './scope.ts';

/** What waits in each queue, and what the officer got done today (Asia/Shanghai). */
export async function counts(ctx: Signed): Promise<Given<typeof getCounts>> {
  const queues = await Promise.all(queuesOf(ctx).map((queue) => waiting(ctx, queue)));
  const { decided, medianSeconds } = await ownToday(ctx);
  const [mine] = await ctx.db
    .select({ count: count() })
    .from(heldDecisions)
    .where(eq(heldDecisions.officer, ctx.actor.id));
  return { queues, decidedToday: decided + mine!.count, medianSeconds };
}

async function waiting(ctx: Signed, queue: Queue) {
  const of = sourceOf(ctx, queue);
  const waits = and(inWaitingScope(ctx.actor, of), inArray(of.state, of.waits(ctx.actor.role)));
  const [[row], [held]] = await Promise.all([
    ctx.db
      .select({ pending: count(), oldest: min(of.submittedAt) })
      .from(of.table)
      .where(waits),
    heldOf(ctx, of, waits),
  ]);
  const oldest = row!.oldest as Date | null;
  const pending = row!.pending - held!.count;
  return { queue, pending, ...(oldest && pending > 0 && { oldest: oldest.toISOString() }) };
}

/** Those on which a decision is about to take effect: a handful, looked up one by one. */
function heldOf(ctx: Signed, of: Source, waits: SQL | undefined) {
  return ctx.db
    .select({ count: count() })
    .from(of.table)
    .where(
      and(
        inArray(
          of.id,
          ctx.db
            .select({ id: heldDecisions.subject })
            .from(heldDecisions)
            .where(eq(heldDecisions.queue, of.queue)),
        ),
        waits,
      ),
    );
}
