import { and, countDistinct, eq, gt, inArray } from 'drizzle-orm';
import type { InUse } from '#platform/context';
import { holdersOf } from '#modules/records';
import { enrolments, sittings } from './tables.ts';

/** Who has ever submitted an enrolment in a major or a course, or has the course on record. */
export const inUse: InUse = async ({ db }, { majors = [], courses = [], session }) => {
  const studied = majors.length
    ? await db
        .select({ major: enrolments.major, people: countDistinct(enrolments.candidate) })
        .from(enrolments)
        .where(and(inArray(enrolments.major, [...majors]), gt(enrolments.submission, 0)))
        .groupBy(enrolments.major)
    : [];
  const sat = courses.length
    ? await db
        .select({ course: sittings.course, people: countDistinct(enrolments.candidate) })
        .from(sittings)
        .innerJoin(enrolments, eq(enrolments.id, sittings.enrolment))
        .where(
          and(inArray(sittings.course, [...courses]), session ? eq(enrolments.session, session) : undefined),
        )
        .groupBy(sittings.course)
    : [];
  const held = session ? new Map<string, number>() : await holdersOf({ db }, courses);
  for (const { course, people } of sat) held.set(course, Math.max(people, held.get(course) ?? 0));
  return { majors: new Map(studied.map(({ major, people }) => [major!, people])), courses: held };
};
