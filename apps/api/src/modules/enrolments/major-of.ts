import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Ctx } from '#platform/context';
import { enrolments } from './tables.ts';

/** The major a candidate studies: of the last enrolment that was not refused. */
export async function majorOf(ctx: Pick<Ctx, 'db'>, candidate: string): Promise<string | undefined> {
  const [last] = await ctx.db
    .select({ major: enrolments.major })
    .from(enrolments)
    .where(and(eq(enrolments.candidate, candidate), inArray(enrolments.state, ['approved', 'pending'])))
    .orderBy(desc(enrolments.submittedAt))
    .limit(1);
  return last?.major ?? undefined;
}
