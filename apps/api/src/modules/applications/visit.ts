import { act, emit } from '#platform/act';
import { appNow } from '#platform/clock';
import { transaction, type Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { officeOf } from '#modules/identity';
import { getKind } from './find-kind.ts';
import { getRow } from './find.ts';
import { applicationScope } from './scope.ts';
import { stageFor } from './stage.ts';
import { applicationSubject } from './subject.ts';

/**
 * 现场审核: the candidate came with the papers, and the officer at that stage says so. Refused: `notFound`, `conflict`
 * (the kind has no such step here, or it is not at the caller's stage). Safe inside a transaction.
 */
export function recordVisit(ctx: Signed, id: string): Promise<void> {
  return transaction(ctx, async (ctx) => {
    const row = await getRow(ctx, id, { lock: true });
    const kind = getKind(ctx, row.kind);
    const stage = stageFor(kind, ctx.actor, row.state);
    if (!stage || kind.onSite?.at !== stage) throw new Problem('conflict', '这件现在不需要登记现场审核。');
    const office = await officeOf(ctx, ctx.actor.id);
    await act(ctx, applicationSubject, stage === 'district' ? 'visit' : 'visitProvince', id, {
      set: { visitedAt: appNow, visitedBy: ctx.actor.id },
      note: { no: row.submission, text: `${office}已核对${kind.onSite.papers.join('、')}` },
      guard: applicationScope(ctx.actor),
    });
    await emit(ctx, 'application.visited', {
      candidate: row.candidate,
      application: id,
      kind: kind.key,
      title: kind.title,
      message: `${office}已为您办理${kind.title}的现场审核，请等待审核结果。`,
    });
  });
}
