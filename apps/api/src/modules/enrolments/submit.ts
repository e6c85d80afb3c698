import { eq, sql } from 'drizzle-orm';
import type { Enrolment } from '@zikao/contract/enrolments';
import type { ExamSession } from '@zikao/contract/exams';
import type { DescribedGroup } from '@zikao/contract/forms/form';
import { act, emit } from '#platform/act';
import { appNow } from '#platform/clock';
import { transaction, type Signed } from '#platform/context';
import { problemOf } from '#platform/failures';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { reserve } from '#modules/candidates';
import { getEnrolmentRow, getSession, type EnrolmentRow } from './find.ts';
import { saysTheSame } from './draft.ts';
import { judge, refuseClosed } from './judge.ts';
import type { EnrolmentAnswers } from './rules/answers.ts';
import { enrolmentScope } from './scope.ts';
import { enrolmentSubject } from './subject.ts';
import { findSubmission } from './submissions.ts';
import { enrolments, enrolmentSubmissions, sittings } from './tables.ts';
import { enrolmentView } from './view.ts';

/**
 * 提交: the last one before the deadline counts, each is kept. Everything happens in one transaction that holds the
 * row; the deadline itself is judged by a deferred trigger at the moment of commit.
 */
export async function submitEnrolment(ctx: Signed): Promise<Enrolment> {
  const session = await getSession(ctx);
  try {
    await transaction(ctx, (ctx) => submitOnce(ctx, session));
  } catch (error) {
    if (problemOf(error).code === 'window.closed' && !(error instanceof Problem))
      await refuseClosed(ctx, await getEnrolmentRow(ctx, session.id), session);
    throw error;
  }
  ctx.wake();
  return enrolmentView(ctx, await getEnrolmentRow(ctx, session.id), session);
}

async function submitOnce(ctx: Signed, session: ExamSession): Promise<void> {
  const row = await getEnrolmentRow(ctx, session.id, { lock: true });
  if (row.version !== ctx.ifMatch) throw new Problem('request.stale');
  const { answers, groups } = await judge(ctx, row, session);
  const last = await findSubmission(ctx, row.id, row.submission);
  // The same again while it waits would only move it to the end of the queue.
  if (row.state === 'pending' && last && saysTheSame(row.answers, last)) return;
  await write(ctx, row, answers, groups);
}

async function write(
  ctx: Signed,
  row: EnrolmentRow,
  { district, major, courses }: EnrolmentAnswers,
  groups: DescribedGroup[],
): Promise<void> {
  const enrolment = row.id;
  const no = row.submission + 1;
  await ctx.db.insert(enrolmentSubmissions).values({ enrolment, no, district, major, courses, groups });
  await ctx.db.delete(sittings).where(eq(sittings.enrolment, enrolment));
  await ctx.db.insert(sittings).values(courses.map(({ slot, course }) => ({ enrolment, slot, course })));
  await act(ctx, enrolmentSubject, 'submit', enrolment, {
    set: {
      version: sql`${enrolments.version} + 1`,
      submission: no,
      district,
      major,
      submittedAt: appNow,
      reviewedAt: null,
      reasons: [],
      remark: null,
      // Who decided on it before knows it; of another district they could not see it.
      ...reserve(row.district === district ? row.reviewer : null),
    },
    note: { no },
    guard: enrolmentScope(ctx.actor),
  });
  await trace(ctx, { subject: `enrolment:${enrolment}`, candidate: row.candidate });
  await emit(ctx, 'enrolment.submitted', { candidate: row.candidate, enrolment, no });
}
