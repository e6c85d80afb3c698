import { and, eq, not } from 'drizzle-orm';
import { act } from '#platform/act';
import { type Ctx, inBackground, transaction, type Working } from '#platform/context';
import { jobLives, type Workers } from '#platform/jobs';
import { Problem } from '#platform/problem';
import { findChecking } from './check-batch.ts';
import { judgeRows } from './judge-rows.ts';
import { lockSession } from './lock-session.ts';
import { stageRows } from './stage-rows.ts';
import { batchSubject } from './subjects.ts';
import { scoreBatches } from './tables.ts';

/** The jobs of this module. */
export const work = (services: Working): Pick<Workers, 'checkScores'> => ({
  checkScores: (id, { batch }) => checkJob(inBackground(services), id, batch),
});

/** Done twice, it counts once: rows are read anew, and only the job the batch names may settle it. */
async function checkJob(ctx: Ctx, job: string, id: string): Promise<void> {
  const batch = await findChecking(ctx, id, job);
  if (!batch) return;
  try {
    if (!(await stageRows(ctx, batch))) return;
    await transaction(ctx, async (ctx) => {
      await lockSession(ctx, batch.session);
      if (!(await findChecking(ctx, id, job))) return;
      const result = await judgeRows(ctx, batch);
      await act(ctx, batchSubject, 'finish', id, { as: 'system', set: { job: null, result } });
    });
  } catch (error) {
    // What cannot be read now could be read when it came: only the office can tell what happened to it.
    if (!(error instanceof Problem) || error.code === 'overloaded') throw error;
    await giveUp(ctx, id, error.message);
  }
}

async function giveUp(ctx: Ctx, id: string, fault: string): Promise<void> {
  await transaction(ctx, (ctx) =>
    act(ctx, batchSubject, 'fail', id, { as: 'system', set: { job: null, fault } }),
  ).catch(() => {}); // it was discarded meanwhile
}

/** Checks whose job died twice are not left 正在检查 for ever. Cheap: run it often. */
export async function sweep(services: Working): Promise<void> {
  const lost = await services.db
    .select({ id: scoreBatches.id })
    .from(scoreBatches)
    .where(and(eq(scoreBatches.state, 'checking'), not(jobLives(scoreBatches.job))));
  for (const { id } of lost) {
    services.log.warn({ batch: id }, 'check of a score batch lost');
    await giveUp(inBackground(services), id, '检查没有完成，请再检查一次。');
  }
}
