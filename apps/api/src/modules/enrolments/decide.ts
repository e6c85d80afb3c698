import { and, eq } from 'drizzle-orm';
import { enrolmentForm } from '@zikao/contract/enrolments';
import { fieldLabels } from '@zikao/contract/forms/form';
import { decisionMessage, type Decision } from '@zikao/contract/review';
import { act, emit } from '#platform/act';
import { appNow } from '#platform/clock';
import { transaction, type Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { reserve } from '#modules/candidates';
import { districtName } from '#modules/exams';
import { lockRecord } from '#modules/records';
import { standingBlock } from './standing-block.ts';
import { enrolmentScope } from './scope.ts';
import { enrolmentSubject } from './subject.ts';
import { enrolments, enrolmentSubmissions } from './tables.ts';

/**
 * The district's decision on the submission `no` it has seen. Refused: `notFound` (not of the own district),
 * `request.stale` (there is a newer submission), `conflict` (already decided, or 考籍 was closed since). Safe to call inside a transaction.
 */
export async function decideEnrolment(
  ctx: Signed,
  id: string,
  no: number,
  decision: Decision,
): Promise<{ state: 'approved' | 'rejected'; message: string }> {
  return transaction(ctx, async (ctx) => {
    const scope = enrolmentScope(ctx.actor);
    const [row] = await ctx.db
      .select()
      .from(enrolments)
      .where(and(eq(enrolments.id, id), scope))
      .for('update');
    if (!row) throw new Problem('notFound');
    if (row.submission !== no) throw new Problem('request.stale', '考生已重新提交，请刷新后再审核。');
    const labels = fieldLabels(enrolmentForm);
    const message = decisionMessage('enrolments', decision, labels, await districtName(ctx, row.district!));
    const approve = decision.decision === 'approve';
    if (approve) await lockRecord(ctx, row.candidate);
    const blocked = approve && (await standingBlock(ctx, row));
    if (blocked) throw new Problem('conflict', blocked);
    const reasons = approve ? [] : decision.reasons;
    const text = reasons.map((reason) => `${labels[reason.field] ?? '其他'}：${reason.text}`).join('；');
    await act(ctx, enrolmentSubject, decision.decision, id, {
      set: {
        reasons,
        remark: decision.remark || null,
        reviewedAt: appNow,
        reviewer: ctx.actor.id,
        ...reserve(null),
      },
      note: { no, ...(text && { text }) },
      guard: and(scope, eq(enrolments.submission, no))!,
    });
    await ctx.db
      .update(enrolmentSubmissions)
      .set({ decision: decision.decision, reasons })
      .where(and(eq(enrolmentSubmissions.enrolment, id), eq(enrolmentSubmissions.no, no)));
    await emit(ctx, approve ? 'enrolment.approved' : 'enrolment.rejected', {
      candidate: row.candidate,
      enrolment: id,
      message,
    });
    return { state: approve ? 'approved' : 'rejected', message };
  });
}
