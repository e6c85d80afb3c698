import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Ctx } from '#platform/context';
import { seatingRuns, seats } from '#tables/seating';
import type { merges } from './tables.ts';

/**
 * Whether seats that stand, or are about to, rest on a 合档: given to the person it made for an enrolment that was another's, or
 * under a number that was. Taken apart, somebody would sit on the seat of somebody else. Seats from before it stay whose they were.
 */
export async function isSeated(
  { db }: Pick<Ctx, 'db'>,
  { candidate, moved }: Pick<typeof merges.$inferSelect, 'candidate' | 'moved'>,
): Promise<boolean> {
  const enrolled = moved.enrolments.filter((one) => one.candidate !== candidate).map(({ id }) => id);
  const numbers = moved.numbers.numbers.map(({ number }) => number);
  const resting = await db
    .select({ id: seats.id })
    .from(seats)
    .innerJoin(seatingRuns, eq(seatingRuns.id, seats.run))
    .where(
      and(
        eq(seats.candidate, candidate),
        inArray(seatingRuns.state, ['planned', 'published']),
        sql`(${seats.enrolment} = any(${sql.param(enrolled)}::uuid[]) or ${seats.admissionNumber} = any(${sql.param(numbers)}::text[]))`,
      ),
    )
    .limit(1);
  return resting.length > 0;
}
