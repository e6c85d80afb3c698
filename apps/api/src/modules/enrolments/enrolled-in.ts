import { and, eq } from 'drizzle-orm';
import type { Signed } from '#platform/context';
import { enrolmentScope } from './scope.ts';
import { enrolments } from './tables.ts';

/** Who has an enrolment in a session that the caller may see, by candidate, with its district; of one candidate, if named. */
export async function enrolledIn(
  ctx: Signed,
  session: string,
  candidate?: string,
): Promise<Map<string, string>> {
  const rows = await ctx.db
    .select({ candidate: enrolments.candidate, district: enrolments.district })
    .from(enrolments)
    .where(
      and(
        eq(enrolments.session, session),
        candidate ? eq(enrolments.candidate, candidate) : undefined,
        enrolmentScope(ctx.actor),
      ),
    );
  return new Map(rows.map((row) => [row.candidate, row.district ?? '']));
}
