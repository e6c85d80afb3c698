import { and, eq } from 'drizzle-orm';
import { decisionAction, lastStage } from '@zikao/contract/applications/kind';
import type { ApplicationAction, Stage } from '@zikao/contract/applications/lifecycle';
import type { Answers } from '@zikao/contract/forms/fields';
import { fieldLabels } from '@zikao/contract/forms/form';
import { decisionMessage, type Decision } from '@zikao/contract/review';
import { act, emit } from '#platform/act';
import { appNow } from '#platform/clock';
import { transaction, type Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { referenceOf, reserve } from '#modules/candidates';
import { districtName } from '#modules/exams';
import { lockRecord } from '#modules/records';
import { blockedNow } from './blocked-now.ts';
import { readFields } from './decision-fields.ts';
import { getKind } from './find-kind.ts';
import { type ApplicationRow, findSubmission, getRow } from './find.ts';
import { releaseDecided } from './holds.ts';
import type { Handled } from './rules/rule.ts';
import { applicationScope } from './scope.ts';
import { openOutcome, sealOutcome } from './seal.ts';
import { blockedBy, stageFor } from './stage.ts';
import { applicationSubject } from './subject.ts';
import { applications, applicationSubmissions } from './tables.ts';

export interface DecidedApplication {
  state: string;
  message: string;
  /** Which step of the lifecycle it was. */
  action: ApplicationAction;
}

/**
 * One stage's decision on the submission `no` it has seen; the last stage's approval takes effect in the same
 * transaction. Refused: `notFound` (not of the own district), `request.stale` (a newer submission), `conflict` (not at
 * the caller's stage, 现场审核 is still to come, or the record was closed since), `request.invalid` (fields of the decision). Safe inside a
 * transaction.
 */
export function decideApplication(
  ctx: Signed,
  id: string,
  no: number,
  decision: Decision,
): Promise<DecidedApplication> {
  return transaction(ctx, async (ctx) => {
    const row = await getRow(ctx, id, { lock: true });
    const kind = getKind(ctx, row.kind);
    if (row.submission !== no) throw new Problem('request.stale', '考生已重新提交，请刷新后再审核。');
    const stage = stageFor(kind, ctx.actor, row.state);
    if (!stage) throw new Problem('conflict', '这件现在不由您审核。');
    return decision.decision === 'approve'
      ? approve(ctx, kind, row, stage, decision)
      : reject(ctx, kind, row, stage, decision);
  });
}

async function approve(
  ctx: Signed,
  kind: Handled,
  row: ApplicationRow,
  stage: Stage,
  decision: Extract<Decision, { decision: 'approve' }>,
): Promise<DecidedApplication> {
  await lockRecord(ctx, row.candidate);
  const blocked = blockedBy(kind, stage, row) ?? (await blockedNow(ctx, kind, row));
  if (blocked) throw new Problem('conflict', blocked);
  const submission = (await findSubmission(ctx, row.id, row.submission))!;
  const filled = await readFields(ctx, kind, stage, row, submission.answers, decision.fields);
  const action = decisionAction(kind, stage, 'approve');
  const final = stage === lastStage(kind);
  const before = openOutcome(ctx.keys, row.outcome);
  const outcome = {
    answers: { ...before.answers, ...(filled && { [stage]: filled.answers }) },
    groups: [...before.groups, ...(filled?.groups ?? [])],
  };
  await move(ctx, row, stage, action, {
    set: {
      outcome: sealOutcome(ctx.keys, outcome),
      remark: decision.remark || null,
      ...(!final && reserve(row.reviewers.province)),
    },
    text: decision.remark,
  });
  await mark(ctx, row, { decision: 'approve' });
  if (final) await takeEffect(ctx, kind, row, submission.answers, outcome.answers);
  const message = decisionMessage(kind.key, decision, {}, '', { kind, stage });
  await emit(ctx, final ? 'application.approved' : 'application.forwarded', told(kind, row, message));
  return { state: final ? 'approved' : 'province', message, action };
}

async function takeEffect(
  ctx: Signed,
  kind: Handled,
  row: ApplicationRow,
  answers: Answers,
  outcome: Partial<Record<Stage, Answers>>,
): Promise<void> {
  const { id, candidate, session, submission } = row;
  await releaseDecided(ctx, kind, id);
  await kind.effect(ctx, {
    id,
    candidate,
    session,
    no: submission,
    district: row.district!,
    reference: referenceOf(id),
    answers,
    outcome,
  });
}

async function reject(
  ctx: Signed,
  kind: Handled,
  row: ApplicationRow,
  stage: Stage,
  decision: Extract<Decision, { decision: 'reject' }>,
): Promise<DecidedApplication> {
  const { reasons, remark } = decision;
  const labels = fieldLabels(kind.form);
  const office = await districtName(ctx, row.district!);
  const message = decisionMessage(kind.key, decision, labels, office, { kind, stage });
  const lines = reasons.map(({ field, text }) => `${labels[field] ?? '其他'}：${text}`);
  const action = decisionAction(kind, stage, 'reject');
  await move(ctx, row, stage, action, {
    set: { reasons, remark: remark || null },
    text: [...lines, ...(remark ? [remark] : [])].join('；'),
  });
  await mark(ctx, row, { decision: 'reject', reasons });
  await emit(ctx, 'application.rejected', told(kind, row, message));
  return { state: 'rejected', message, action };
}

async function move(
  ctx: Signed,
  row: ApplicationRow,
  stage: Stage,
  action: ApplicationAction,
  { set, text }: { set: Record<string, unknown>; text?: string | undefined },
): Promise<void> {
  await act(ctx, applicationSubject, action, row.id, {
    set: {
      reservedFor: null,
      reservedUntil: null,
      reviewedAt: appNow,
      reviewers: { ...row.reviewers, [stage]: ctx.actor.id },
      ...set,
    },
    note: { no: row.submission, ...(text && { text }) },
    guard: and(applicationScope(ctx.actor), eq(applications.submission, row.submission))!,
  });
}

/** Notes on a submission what became of it. */
async function mark(
  ctx: Signed,
  row: ApplicationRow,
  set: Partial<Pick<typeof applicationSubmissions.$inferInsert, 'decision' | 'reasons'>>,
): Promise<void> {
  await ctx.db
    .update(applicationSubmissions)
    .set(set)
    .where(
      and(eq(applicationSubmissions.application, row.id), eq(applicationSubmissions.no, row.submission)),
    );
}

const told = ({ key, title }: Handled, { candidate, id }: ApplicationRow, message: string) => ({
  candidate,
  application: id,
  kind: key,
  title,
  message,
});
