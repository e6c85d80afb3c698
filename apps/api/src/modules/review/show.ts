import { photoLifecycle } from '@zikao/contract/candidates';
import type { Parsed } from '@zikao/contract/endpoint';
import { allowed } from '@zikao/contract/lifecycle';
import type { Case, getCase, Queue } from '@zikao/contract/review';
import { type Signed, transaction } from '#platform/context';
import { trace } from '#platform/trace';
import { caseActions, findKind } from '#modules/applications';
import { reasonsOf } from '#modules/exams';
import { getHead } from './find.ts';
import { headOf, type HeadRow } from './heads.ts';
import { historyOf } from './history.ts';
import { sourceOf } from './queues.ts';
import { loadShown } from './submission.ts';

/** One case with everything the officer judges by. Looking at it is written to the trail, and the candidate can read that. */
export function show(ctx: Signed, { params: { queue, id } }: Parsed<typeof getCase>): Promise<Case> {
  return transaction(ctx, async (ctx) => {
    const head = await getHead(ctx, queue, id);
    await trace(ctx, {
      subject: `${sourceOf(ctx, queue).lifecycle.subject}:${id}`,
      candidate: head.candidate,
      why: '审核查看',
    });
    return {
      id,
      queue,
      version: head.no,
      state: head.state,
      actions: actionsOf(ctx, queue, head),
      head: headOf(ctx, head),
      ...(await loadShown(ctx, queue, head)),
      reasonChoices: await reasonsOf(ctx, queue),
      history: await historyOf(ctx, queue, id),
    };
  });
}

/** `collect`: the photo may be taken at the desk while the case waits. */
function actionsOf(ctx: Signed, queue: Queue, { state, photo }: HeadRow): string[] {
  const { actor } = ctx;
  if (findKind(ctx, queue)) return caseActions(ctx, queue, state);
  const actions = allowed(sourceOf(ctx, queue).lifecycle, state, actor.role);
  const desk =
    queue === 'profiles' && state === 'pending' && photo ? allowed(photoLifecycle, photo, actor.role) : [];
  return [...actions, ...desk];
}
