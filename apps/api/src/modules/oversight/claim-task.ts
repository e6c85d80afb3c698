import { and, asc, desc, eq, isNotNull, isNull, or } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import {
  type claimSpotCheckTask,
  type releaseSpotCheckTask,
  type renewSpotCheckTask,
  SPOT_CHECK_CLAIMS,
} from '@zikao/contract/spot-checks';
import { askInTurn, lease } from '#modules/review';
import { type Signed, transaction } from '#platform/context';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { claims } from '#tables/review';
import { mayLookAt, selectTasks, waits } from './tasks.ts';
import { spotChecks, spotCheckTasks } from './tables.ts';

type Task = Awaited<ReturnType<typeof selectTasks>>[number];

/** The next task, kept for the actor as a case would be; the one they hold already comes first. */
export const claimNextTask = (ctx: Signed): Promise<Given<typeof claimSpotCheckTask>> =>
  transaction(ctx, async (ctx) => ({ task: await nextTask(ctx) }));

export async function nextTask(ctx: Signed): Promise<string | null> {
  await askInTurn(ctx, SPOT_CHECK_CLAIMS);
  for (;;) {
    const [next] = await selectTasks(ctx)
      .where(and(waits, mayLookAt(ctx), or(isNull(claims.officer), eq(claims.officer, ctx.actor.id))))
      .orderBy(desc(isNotNull(claims.officer)), asc(spotChecks.at), asc(spotCheckTasks.position))
      .limit(1)
      // Colleagues who ask at the same moment are given the next ones.
      .for('update', { of: spotCheckTasks, skipLocked: true });
    if (!next) return null;
    if (!(await lease(ctx, SPOT_CHECK_CLAIMS, next.id))) continue;
    await trace(ctx, { subject: `spotCheckTask:${next.id}`, why: '领取复查' });
    return next.id;
  }
}

/** Goes on with a task, also after its time was over, unless a colleague has it by now. */
export function renewTask(
  ctx: Signed,
  { params }: Parsed<typeof renewSpotCheckTask>,
): Promise<Given<typeof renewSpotCheckTask>> {
  return transaction(ctx, async (ctx) => {
    const { state, verdict } = await getTask(ctx, params.id);
    if (verdict !== null || state !== 'open')
      throw new Problem('conflict', '这一件已经复查过，或这次复查已经结束。');
    const until = await lease(ctx, SPOT_CHECK_CLAIMS, params.id);
    if (!until) throw new Problem('review.claimed', '同事正在复查这一件。');
    return { until: until.toISOString() };
  });
}

/** Puts it back; somebody else's stays theirs. */
export async function releaseTask(
  ctx: Signed,
  { params }: Parsed<typeof releaseSpotCheckTask>,
): Promise<void> {
  await getTask(ctx, params.id);
  await ctx.db
    .delete(claims)
    .where(
      and(
        eq(claims.queue, SPOT_CHECK_CLAIMS),
        eq(claims.subject, params.id),
        eq(claims.officer, ctx.actor.id),
      ),
    );
}

/** A task the actor may look at; any other: `notFound`. With `lock` nobody else decides it meanwhile. */
export async function getTask(ctx: Signed, id: string, { lock = false } = {}): Promise<Task> {
  const query = selectTasks(ctx).where(and(eq(spotCheckTasks.id, id), mayLookAt(ctx)));
  const [task] = lock ? await query.for('update', { of: spotCheckTasks }) : await query;
  if (!task) throw new Problem('notFound');
  return task;
}
