import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { restoreRecord as contract } from '@zikao/contract/records';
import { requireReach } from '#modules/candidates';
import { emit } from '#platform/act';
import { transaction, type Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { unfreezeRecord } from './freeze.ts';
import { lockRecord } from './lock.ts';
import { showRecord } from './show-record.ts';

/** 考籍恢复 by the province: enrolment and applications are open again, and the candidate is told why. */
export async function restoreRecord(
  ctx: Signed,
  { params: { id }, body: { reason } }: Parsed<typeof contract>,
): Promise<Given<typeof contract>> {
  const view = await transaction(ctx, async (ctx) => {
    await requireReach(ctx, id);
    await lockRecord(ctx, id);
    if (!(await unfreezeRecord(ctx, id, reason)))
      throw new Problem('conflict', '这名考生的考籍没有因转出冻结，不需要恢复。');
    await trace(ctx, { subject: `record:${id}`, candidate: id, why: reason });
    const message = `您的考籍已恢复，可以继续报考和办理申请。原因：${reason}`;
    await emit(ctx, 'record.restored', { candidate: id, message });
    return showRecord(ctx, id);
  });
  ctx.wake();
  return view;
}
