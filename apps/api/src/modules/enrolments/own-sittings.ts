import { and, desc, eq, gt, inArray } from 'drizzle-orm';
import type { Ctx } from '#platform/context';
import { enrolments, sittings } from './tables.ts';

type Enrolment = typeof enrolments.$inferSelect;

/** What a candidate submitted, the newest session first, each with its courses in the order of the half-days. */
export async function ownSittings(
  ctx: Pick<Ctx, 'db'>,
  candidate: string,
): Promise<{ enrolment: Enrolment; courses: { slot: string; course: string }[] }[]> {
  const sent = await ctx.db
    .select()
    .from(enrolments)
    .where(and(eq(enrolments.candidate, candidate), gt(enrolments.submission, 0)))
    .orderBy(desc(enrolments.submittedAt));
  const ids = sent.map(({ id }) => id);
  const all = ids.length ? await ctx.db.select().from(sittings).where(inArray(sittings.enrolment, ids)) : [];
  const of = Map.groupBy(all, ({ enrolment }) => enrolment);
  return sent.map((enrolment) => ({
    enrolment,
    courses: (of.get(enrolment.id) ?? []).toSorted((a, b) => Number(a.slot) - Number(b.slot)),
  }));
}
