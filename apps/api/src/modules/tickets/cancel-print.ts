import type { Print } from '@zikao/contract/prints';
import { act } from '#platform/act';
import { transaction, type Signed } from '#platform/context';
import { printScope } from './print-scope.ts';
import { printSubject } from './subject.ts';
import { getPrint, showPrint } from './view-print.ts';

/** 取消生成: whatever is at it stops after the room at hand and takes its files away. */
export async function cancelPrint(ctx: Signed, id: string): Promise<Print> {
  await getPrint(ctx, id);
  await transaction(ctx, (ctx) => act(ctx, printSubject, 'cancel', id, { guard: printScope(ctx.actor) }));
  return showPrint(ctx, id);
}
