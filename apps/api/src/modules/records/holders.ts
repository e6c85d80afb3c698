import { countDistinct, inArray } from 'drizzle-orm';
import type { Services } from '#platform/context';
import { recordEntries } from './tables.ts';

/** How many records hold these courses, also those that took them back; what no record holds is left out. */
export async function holdersOf(
  { db }: Pick<Services, 'db'>,
  courses: readonly string[],
): Promise<Map<string, number>> {
  if (courses.length === 0) return new Map();
  const rows = await db
    .select({ course: recordEntries.course, people: countDistinct(recordEntries.admissionNumber) })
    .from(recordEntries)
    .where(inArray(recordEntries.course, [...courses]))
    .groupBy(recordEntries.course);
  return new Map(rows.map(({ course, people }) => [course, people]));
}
