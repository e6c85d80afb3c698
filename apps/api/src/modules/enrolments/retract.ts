import { and, eq, inArray, or } from 'drizzle-orm';
import { currentSession } from '#modules/exams';
import { act } from '#platform/act';
import type { Ctx } from '#platform/context';
import { enrolmentSubject } from './subject.ts';
import { enrolments } from './tables.ts';

/**
 * Takes the enrolments of a closed account back: those still in review, and the current session's even if approved, so
 * that no seat is kept. Sessions sat before stay as they were. Inside a transaction.
 */
export async function retractEnrolments(ctx: Ctx, candidate: string): Promise<void> {
  const session = await currentSession(ctx);
  const rows = await ctx.db
    .select({ id: enrolments.id, version: enrolments.version })
    .from(enrolments)
    .where(
      and(
        eq(enrolments.candidate, candidate),
        or(
          inArray(enrolments.state, ['pending', 'rejected']),
          and(eq(enrolments.state, 'approved'), eq(enrolments.session, session?.id ?? '')),
        ),
      ),
    )
    .for('update');
  for (const { id, version } of rows)
    await act(ctx, enrolmentSubject, 'retract', id, { as: 'system', set: { version: version + 1 } });
}
