import type { Given, Parsed } from '@zikao/contract/endpoint';
import type {
  confirmRelease as confirming,
  withdrawRelease as withdrawing,
} from '@zikao/contract/score-office';
import { act } from '#platform/act';
import { appNow } from '#platform/clock';
import { transaction, type Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { getRelease, toRelease } from './find-release.ts';
import { lockSession } from './lock-session.ts';
import { whatWaits } from './propose-release.ts';
import { releaseSubject } from './subjects.ts';

/** The second person, by name and by constraint another one. It comes out when its time is come. */
export async function confirmRelease(
  ctx: Signed,
  { params: { release: id } }: Parsed<typeof confirming>,
): Promise<Given<typeof confirming>> {
  const { session } = await getRelease(ctx, id);
  const view = await transaction(ctx, async (ctx) => {
    await lockSession(ctx, session);
    const release = await getRelease(ctx, id);
    if (release.state === 'proposed' && release.proposedBy === ctx.actor.id)
      throw new Problem('scores.samePerson');
    await act(ctx, releaseSubject, 'confirm', id, {
      set: { confirmedBy: ctx.actor.id, confirmedAt: appNow },
    });
    const { fingerprint } = await whatWaits(ctx, session);
    if (fingerprint !== release.fingerprint) throw new Problem('scores.changed');
    await trace(ctx, { subject: `scoreRelease:${id}`, why: `确认公布 ${session} 成绩 ${release.scores} 条` });
    return toRelease(ctx, id);
  });
  ctx.wake();
  return view;
}

/** Rolled back before publication, by either person or a third. */
export async function withdrawRelease(
  ctx: Signed,
  { params: { release: id }, body: { reason } }: Parsed<typeof withdrawing>,
): Promise<Given<typeof withdrawing>> {
  await getRelease(ctx, id);
  return transaction(ctx, async (ctx) => {
    await act(ctx, releaseSubject, 'withdraw', id, { set: { reason, withdrawnAt: appNow } });
    await trace(ctx, { subject: `scoreRelease:${id}`, why: `撤回公布：${reason}` });
    return toRelease(ctx, id);
  });
}
