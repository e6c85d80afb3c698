import { kindActions } from '@zikao/contract/applications/kind';
import { act, emit } from '#platform/act';
import { transaction, type Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { getKind } from './find-kind.ts';
import { getRow } from './find.ts';
import { applicationScope } from './scope.ts';
import { applicationSubject } from './subject.ts';

/** 领取告知单: the district handed the letter over. Refused: `notFound`, `conflict` (no letter, or not yet). */
export function handOver(ctx: Signed, id: string): Promise<void> {
  return transaction(ctx, async (ctx) => {
    const row = await getRow(ctx, id, { lock: true });
    const kind = getKind(ctx, row.kind);
    if (!kindActions(kind, row.state, ctx.actor.role).includes('handOver'))
      throw new Problem('conflict', '这件现在没有告知单可以领取。');
    await act(ctx, applicationSubject, 'handOver', id, { guard: applicationScope(ctx.actor) });
    await emit(ctx, 'application.collected', {
      candidate: row.candidate,
      application: id,
      kind: kind.key,
      title: kind.title,
      message: `您已领取${kind.title}告知单。如果不是您本人领取，请与考区联系。`,
    });
  });
}
