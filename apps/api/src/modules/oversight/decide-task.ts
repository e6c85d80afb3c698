import { and, eq } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import { type decideSpotCheckTask as endpoint, SPOT_CHECK_CLAIMS } from '@zikao/contract/spot-checks';
import { refuseUnknownFields, requireClaim, sourceOf } from '#modules/review';
import { appNow } from '#platform/clock';
import { type Signed, transaction } from '#platform/context';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { claims } from '#tables/review';
import { getTask, nextTask } from './claim-task.ts';
import { spotCheckTasks } from './tables.ts';

/** Writes the second look down beside the first, and hands over the next task. The case is not touched. */
export function decideTask(
  ctx: Signed,
  { params, body }: Parsed<typeof endpoint>,
): Promise<Given<typeof endpoint>> {
  return transaction(ctx, async (ctx) => {
    const { id, queue, state, verdict } = await getTask(ctx, params.id, { lock: true });
    if (verdict !== null || state !== 'open')
      throw new Problem('conflict', '这一件已经复查过，或这次复查已经结束。');
    const seconds = await requireClaim(ctx, SPOT_CHECK_CLAIMS, id);
    refuseUnknownFields(sourceOf(ctx, queue), body);
    await ctx.db
      .update(spotCheckTasks)
      .set({
        verdict: body.decision,
        reasons: body.decision === 'reject' ? body.reasons : [],
        remark: body.remark || null,
        reviewer: ctx.actor.id,
        seconds,
        lookedAt: appNow,
      })
      .where(eq(spotCheckTasks.id, id));
    await ctx.db.delete(claims).where(and(eq(claims.queue, SPOT_CHECK_CLAIMS), eq(claims.subject, id)));
    const why = body.decision === 'approve' ? '复查：通过' : '复查：不通过';
    await trace(ctx, { subject: `spotCheckTask:${id}`, why });
    return { task: await nextTask(ctx) };
  });
}
