import { and, asc, eq, gt, inArray, notExists, sql } from 'drizzle-orm';
import type { Queue } from '@zikao/contract/review';
import { type Signed, transaction } from '#platform/context';
import { trace } from '#platform/trace';
import { lease } from './claim.ts';
import { sourceOf } from './queues.ts';
import { free } from './reserved.ts';
import { inScope } from './scope.ts';
import { claims } from './tables.ts';

/** Gives the oldest waiting case nobody holds, claimed; null: none is left. */
export function claimNext(ctx: Signed, queue: Queue): Promise<string | null> {
  return transaction(ctx, async (ctx) => {
    for (;;) {
      const next = await oldestFree(ctx, queue);
      if (!next) return null;
      // A colleague may have claimed it between our look and our lock; the next look sees that.
      if (!(await lease(ctx, queue, next.id))) continue;
      const { subject } = sourceOf(ctx, queue).lifecycle;
      await trace(ctx, { subject: `${subject}:${next.id}`, candidate: next.candidate, why: '领取审核' });
      return next.id;
    }
  });
}

/** Locks it, so that colleagues asking at the same moment are given the next ones. */
async function oldestFree(ctx: Signed, queue: Queue): Promise<{ id: string; candidate: string } | undefined> {
  const of = sourceOf(ctx, queue);
  const mine = of.decides(ctx.actor.role);
  if (mine.length === 0) return undefined;
  const now = sql`(select app_now())`;
  const held = ctx.db
    .select({ one: sql`1` })
    .from(claims)
    .where(and(eq(claims.queue, queue), eq(claims.subject, of.id), gt(claims.until, now)));
  const [row] = await ctx.db
    .select({ id: of.id, candidate: of.candidate })
    .from(of.table)
    .where(and(inScope(ctx.actor, of), inArray(of.state, mine), free(ctx.actor, of), notExists(held)))
    .orderBy(asc(of.submittedAt), asc(of.id))
    .limit(1)
    .for('update', { skipLocked: true });
  return row as { id: string; candidate: string } | undefined;
}
