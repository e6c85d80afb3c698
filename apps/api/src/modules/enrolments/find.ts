import { and, eq, ne } from 'drizzle-orm';
import type { ExamSession } from '@zikao/contract/exams';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { currentSession } from '#modules/exams';
import { enrolments } from './tables.ts';

export type EnrolmentRow = typeof enrolments.$inferSelect;

/** The session candidates enrol in now, or `enrolment.none`. */
export async function getSession(ctx: Signed): Promise<ExamSession> {
  const session = await currentSession(ctx);
  if (!session) throw new Problem('enrolment.none');
  return session;
}

/** The caller's own enrolment of a session that counts. */
export async function findEnrolment(
  ctx: Signed,
  session: string,
  { lock = false } = {},
): Promise<EnrolmentRow | undefined> {
  const query = ctx.db
    .select()
    .from(enrolments)
    .where(
      and(
        eq(enrolments.candidate, ctx.actor.id),
        eq(enrolments.session, session),
        ne(enrolments.state, 'setAside'),
      ),
    );
  const [row] = lock ? await query.for('update') : await query;
  return row;
}

/** The same, once begun. With `lock` it is held to the end of the transaction, so that changes take turns. */
export async function getEnrolmentRow(
  ctx: Signed,
  session: string,
  options?: { lock: boolean },
): Promise<EnrolmentRow> {
  const row = await findEnrolment(ctx, session, options);
  if (!row) throw new Problem('enrolment.none', '您在本考次还没有报考，请先点击“我要报考”。');
  return row;
}
