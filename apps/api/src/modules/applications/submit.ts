import { sql } from 'drizzle-orm';
import { EDITABLE_STATES } from '@zikao/contract/applications/lifecycle';
import type { Application } from '@zikao/contract/applications/shapes';
import { documentsIn } from '@zikao/contract/forms/codes';
import { reserve } from '#modules/candidates';
import { nameDocuments } from '#modules/documents';
import { act, emit } from '#platform/act';
import { appNow } from '#platform/clock';
import { transaction, type Signed } from '#platform/context';
import { problemOf } from '#platform/failures';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { withOnFile } from './answers.ts';
import { getKind } from './find-kind.ts';
import { type ApplicationRow, getRow } from './find.ts';
import { holdSubmitted } from './holds.ts';
import { type Judged, judge, refuseClosed } from './judge.ts';
import { onFileOf } from './load-facts.ts';
import { submittedMessage } from './messages.ts';
import type { Handled } from './rules/rule.ts';
import { applicationScope } from './scope.ts';
import { openDraft, sealSubmission } from './seal.ts';
import { applicationSubject } from './subject.ts';
import { applications, applicationSubmissions } from './tables.ts';
import { applicationView } from './view.ts';

/**
 * 提交审核, the first time and again after 审核不通过: the same application, another version of it, frozen as it is shown.
 * Everything happens in one transaction that holds the row; the deadline itself is judged by a deferred trigger at
 * the moment of commit.
 */
export async function submitApplication(
  ctx: Signed,
  { params: { id } }: { params: { id: string } },
): Promise<Application> {
  try {
    await transaction(ctx, (ctx) => submitOnce(ctx, id));
  } catch (error) {
    if (problemOf(error).code === 'window.closed' && !(error instanceof Problem)) await sayClosed(ctx, id);
    throw error;
  }
  ctx.wake();
  return applicationView(ctx, await getRow(ctx, id));
}

async function submitOnce(ctx: Signed, id: string): Promise<void> {
  const row = await getRow(ctx, id, { lock: true });
  if (!EDITABLE_STATES.includes(row.state)) throw new Problem('application.closed');
  if (row.version !== ctx.ifMatch) throw new Problem('request.stale');
  const kind = getKind(ctx, row.kind);
  await write(ctx, kind, row, await judge(ctx, kind, row));
}

async function write(ctx: Signed, kind: Handled, row: ApplicationRow, judged: Judged): Promise<void> {
  const { answers, groups, session, tables } = judged;
  const { id, candidate } = row;
  const no = row.submission + 1;
  const district = String(answers.district);
  const summary = kind.summary(answers, tables).slice(0, 200);
  await ctx.db.insert(applicationSubmissions).values({
    application: id,
    no,
    district,
    summary,
    ...sealSubmission(ctx.keys, answers, groups),
  });
  const lost = await nameDocuments(ctx, {
    owner: candidate,
    subject: id,
    no,
    ids: documentsIn(kind.form, answers),
  });
  if (lost.length) throw new Problem('conflict', '有文件刚刚被删除，请移除后重新上传，再提交。');
  await holdSubmitted(ctx, kind, row, session.id, answers);
  await act(ctx, applicationSubject, row.state === 'draft' ? 'submit' : 'resubmit', id, {
    set: {
      version: sql`${applications.version} + 1`,
      submission: no,
      session: session.id,
      district,
      summary,
      submittedAt: appNow,
      reviewedAt: null,
      reasons: [],
      remark: null,
      ...reserve(row.reviewers.district),
    },
    note: { no },
    guard: applicationScope(ctx.actor),
  });
  await trace(ctx, { subject: `application:${id}`, candidate });
  await emit(ctx, 'application.submitted', {
    candidate,
    application: id,
    kind: kind.key,
    title: kind.title,
    no,
    message: submittedMessage(kind),
  });
}

/** The deadline passed while we worked: say when it was. */
async function sayClosed(ctx: Signed, id: string): Promise<void> {
  const row = await getRow(ctx, id);
  const kind = getKind(ctx, row.kind);
  const answers = withOnFile(kind.form, openDraft(ctx.keys, row.answers), await onFileOf(ctx, row.candidate));
  await refuseClosed(ctx, kind, row.session, answers);
}
