import { and, asc, eq } from 'drizzle-orm';
import { enrolmentLifecycle, type Enrolment } from '@zikao/contract/enrolments';
import type { ExamSession } from '@zikao/contract/exams';
import { allowed } from '@zikao/contract/lifecycle';
import type { Signed } from '#platform/context';
import { events } from '#platform/tables';
import { windowOf } from '#modules/exams';
import { saysTheSame } from './draft.ts';
import type { EnrolmentRow } from './find.ts';
import { findSubmission } from './submissions.ts';

/** What the candidate sees of an enrolment; the window is the chosen district's, or else the province's. */
export async function enrolmentView(
  ctx: Signed,
  row: EnrolmentRow,
  session: ExamSession,
): Promise<Enrolment> {
  const submission = await findSubmission(ctx, row.id, row.submission);
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    actions: allowed(enrolmentLifecycle, row.state, ctx.actor.role),
    session,
    window: await windowOf(ctx, session.id, 'enrolment', chosenDistrict(row)),
    answers: row.answers,
    ...(row.agreedVersion &&
      row.agreedAt && { agreement: { version: row.agreedVersion, at: row.agreedAt.toISOString() } }),
    ...(row.savedAt && { savedAt: row.savedAt.toISOString() }),
    ...(submission && {
      submission: { no: submission.no, at: submission.at.toISOString(), groups: submission.groups },
    }),
    ...(row.reviewedAt && { reviewedAt: row.reviewedAt.toISOString() }),
    reasons: row.reasons,
    ...(row.remark && { remark: row.remark }),
    timeline: await timeline(ctx, row.id),
    changed: submission !== undefined && !saysTheSame(row.answers, submission),
  };
}

export function chosenDistrict({ answers }: Pick<EnrolmentRow, 'answers'>): string | undefined {
  return typeof answers.district === 'string' && answers.district ? answers.district : undefined;
}

async function timeline(ctx: Signed, id: string): Promise<Enrolment['timeline']> {
  const rows = await ctx.db
    .select()
    .from(events)
    .where(and(eq(events.subject, enrolmentLifecycle.subject), eq(events.subjectId, id)))
    .orderBy(asc(events.id));
  return rows.map(({ at, action, note }) => ({
    at: at.toISOString(),
    label: enrolmentLifecycle.actions[action as keyof typeof enrolmentLifecycle.actions].label,
    ...(note?.text && { note: note.text }),
  }));
}
