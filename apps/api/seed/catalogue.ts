import type { Db } from '#platform/database';
import { courses, equivalences, majors, offerings, planCourses, planGroups, plans } from '#tables/exams';
import { timetable } from '#seed/offer';
import type { Calendar } from '#seed/calendar';
import { readTable, type Words } from '#seed/read';

const number = (text: string) => (text === '' ? null : Number(text));

/** Majors, versioned plans, courses, and what the session offers of them. */
export async function seedCatalogue(db: Db, calendar: Calendar, words: Words): Promise<void> {
  const courseRows = readTable('courses.csv').map((row) => ({
    code: row.code!,
    name: row.name!,
    credits: number(row.credits!),
    practice: row.practice === 'true',
    theory: row.theory || null,
  }));
  await db.insert(courses).values(courseRows);
  await db.insert(majors).values(
    readTable('majors.csv', words).map((row) => ({
      code: row.code!,
      name: row.name!,
      level: row.level!,
      school: row.school || null,
      status: row.status as 'open' | 'phaseOut' | 'closed',
      note: row.note || null,
      restriction: row.restriction || null,
      newcomersEnd: row.newcomers_end || null,
      enrolUntil: row.enrol_until || null,
      certificatesUntil: row.certificates_until || null,
      source: row.source || null,
    })),
  );
  await db.insert(plans).values(
    readTable('plans.csv').map((row) => ({
      major: row.major!,
      version: row.version!,
      from: row.from!,
      minCourses: number(row.min_courses!),
      minCredits: number(row.min_credits!),
      source: row.source || null,
    })),
  );
  await db.insert(planGroups).values(
    readTable('plan-groups.csv').map((row, position) => ({
      major: row.major!,
      version: row.version!,
      name: row.group!,
      position,
      rule: row.rule as 'all' | 'some',
      minCourses: number(row.min_courses!),
      minCredits: number(row.min_credits!),
      maxCourses: number(row.max_courses!),
      last: row.last === 'true',
    })),
  );
  await db.insert(equivalences).values(
    readTable('equivalences.csv').map((row, position) => ({
      basis: row.basis as 'certificate' | 'passed',
      old: row.old!,
      name: row.name!,
      course: row.course!,
      fewerCredits: row.fewer_credits === 'true',
      from: row.from!,
      until: row.until || null,
      grade: row.grade as 'official',
      source: row.source!,
      position,
    })),
  );
  const planned = readTable('plan-courses.csv');
  await db.insert(planCourses).values(
    planned.map((row, position) => ({
      major: row.major!,
      version: row.version!,
      course: row.course!,
      group: row.group!,
      position,
    })),
  );
  await offer(db, calendar, planned, new Map(courseRows.map((course) => [course.code, course])));
}

/** Papers and practice parts; a thesis has no half-day, it is handled when everything else is passed. */
async function offer(
  db: Db,
  { id, slots }: Calendar,
  planned: Record<string, string>[],
  all: Map<string, { practice: boolean; theory: string | null }>,
): Promise<void> {
  const sat = planned.filter(({ course }) => {
    const { practice, theory } = all.get(course!)!;
    return !practice || theory !== null;
  });
  const byPlan = Map.groupBy(sat, ({ major, version }) => `${major} ${version}`);
  const codes = [...byPlan.values()].map((rows) => rows.map(({ course }) => course!));
  const slotOf = timetable(
    codes,
    slots.map(({ no }) => no),
  );
  await db.insert(offerings).values([...slotOf].map(([course, slot]) => ({ session: id, slot, course })));
}
