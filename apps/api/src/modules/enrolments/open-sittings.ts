import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Ctx } from '#platform/context';
import { enrolments, sittings } from './tables.ts';

/** What a candidate is enrolled for, in every session, unless it was refused. */
export function openSittings(
  ctx: Pick<Ctx, 'db'>,
  candidate: string,
): Promise<{ session: string; course: string; slot: string }[]> {
  return ctx.db
    .select({ session: enrolments.session, course: sittings.course, slot: sittings.slot })
    .from(sittings)
    .innerJoin(enrolments, eq(enrolments.id, sittings.enrolment))
    .where(and(eq(enrolments.candidate, candidate), inArray(enrolments.state, ['approved', 'pending'])))
    .orderBy(desc(enrolments.session), sittings.slot);
}

/** The major somebody is choosing in a draft, before anything is submitted. */
export async function draftMajor(ctx: Pick<Ctx, 'db'>, candidate: string): Promise<string | undefined> {
  const [last] = await ctx.db
    .select({ answers: enrolments.answers })
    .from(enrolments)
    .where(and(eq(enrolments.candidate, candidate), inArray(enrolments.state, ['draft', 'rejected'])))
    .orderBy(desc(enrolments.session))
    .limit(1);
  const major = last?.answers['major'];
  return typeof major === 'string' && major ? major : undefined;
}
