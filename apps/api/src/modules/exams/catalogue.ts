import { and, asc, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Major, Plan, PlanGroup } from '@zikao/contract/exams';
import { examRules } from './recheck-window.ts';
import type { Reader } from './current-session.ts';
import { courses, majors, offerings, planCourses, planGroups, plans } from './tables.ts';

export type { Major };
export interface Course {
  code: string;
  name: string;
  credits: number | null;
  practice: boolean;
  /** A practice part names the theory part that must be passed first. */
  theory?: string;
}

const today = sql<string>`(app_now() at time zone 'Asia/Shanghai')::date`;

/** A version comes into being before its courses are there: without them it is no plan yet. */
export const hasCourses = sql<boolean>`exists (
  select from plan_courses c where c.major = plans.major and c.version = plans.version)`;

const ORDER = ['open', 'phaseOut', 'closed'] as const;

/** All majors, those open to newcomers first. */
export async function majorsOf(ctx: Reader): Promise<Major[]> {
  const rows = await ctx.db.select({ major: majors, today }).from(majors).orderBy(asc(majors.code));
  return rows.map(toMajor).toSorted((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
}

/** The plan in force of a major: the newest version with courses whose day has come. */
export async function planOf(ctx: Reader, code: string): Promise<Plan | undefined> {
  const [found] = await ctx.db
    .select({ plan: plans, major: majors, today })
    .from(plans)
    .innerJoin(majors, eq(majors.code, plans.major))
    .where(and(eq(plans.major, code), lte(plans.from, today), hasCourses))
    .orderBy(desc(plans.from), desc(plans.version))
    .limit(1);
  if (!found) return undefined;
  const { plan, major } = found;
  const groups = await groupsOf(ctx, plan);
  const ownPasses = (await examRules(ctx)).ownPasses[major.level];
  const rows = await ctx.db
    .select({ course: courses, group: planCourses.group, slot: offerings.slot })
    .from(planCourses)
    .innerJoin(courses, eq(courses.code, planCourses.course))
    .leftJoin(
      offerings,
      and(
        eq(offerings.course, courses.code),
        sql`${offerings.session} = (select id from exam_sessions where current)`,
      ),
    )
    .where(and(eq(planCourses.major, code), eq(planCourses.version, plan.version)))
    .orderBy(asc(planCourses.position));
  return {
    major: toMajor(found),
    version: plan.version,
    minCourses: plan.minCourses,
    minCredits: plan.minCredits,
    ...(ownPasses && { ownPasses }),
    groups: [...new Set(rows.map(({ group }) => group))].map((name) => groups.get(name) ?? allOf(name)),
    conditions: plan.conditions,
    courses: rows.map(({ course, group, slot }) => ({
      code: course.code,
      name: course.name,
      credits: course.credits,
      practice: course.practice,
      group,
      ...(slot && { slot }),
    })),
    ...(plan.source && { source: plan.source }),
  };
}

/** Courses by code; without `codes` all of them. */
export async function coursesOf(ctx: Reader, codes?: readonly string[]): Promise<Map<string, Course>> {
  const rows = await ctx.db
    .select()
    .from(courses)
    .where(codes && inArray(courses.code, [...codes]))
    .orderBy(asc(courses.code));
  return new Map(rows.map((row) => [row.code, toCourse(row)]));
}

/** What a session offers, slot by slot. */
export async function offeringsOf(ctx: Reader, session: string): Promise<(Course & { slot: string })[]> {
  const rows = await ctx.db
    .select({ course: courses, slot: offerings.slot })
    .from(offerings)
    .innerJoin(courses, eq(courses.code, offerings.course))
    .where(eq(offerings.session, session))
    .orderBy(asc(offerings.slot), asc(courses.code));
  return rows.map(({ course, slot }) => ({ ...toCourse(course), slot }));
}

async function groupsOf(
  ctx: Reader,
  { major, version }: { major: string; version: string },
): Promise<Map<string, PlanGroup>> {
  const rows = await ctx.db
    .select()
    .from(planGroups)
    .where(and(eq(planGroups.major, major), eq(planGroups.version, version)));
  return new Map(
    rows.map(({ name, rule, minCourses, minCredits, maxCourses, last }) => [
      name,
      { name, rule, minCourses, minCredits, maxCourses, last },
    ]),
  );
}

/** A group the plan says nothing more about. */
const allOf = (name: string): PlanGroup => ({
  name,
  rule: 'all',
  minCourses: null,
  minCredits: null,
  maxCourses: null,
  last: false,
});

function toMajor({ major: row, today: day }: { major: typeof majors.$inferSelect; today: string }): Major {
  const { code, name, level, note, restriction, school, newcomersEnd, enrolUntil, certificatesUntil } = row;
  const stopped = row.status === 'open' && newcomersEnd !== null && newcomersEnd <= day;
  return {
    code,
    name,
    level,
    status: stopped ? 'phaseOut' : row.status,
    ...(note && { note }),
    ...(restriction && { restriction }),
    ...(school && { school }),
    ...(newcomersEnd && { newcomersEnd }),
    ...(enrolUntil && { enrolUntil }),
    ...(certificatesUntil && { certificatesUntil }),
  };
}

const toCourse = ({ code, name, credits, practice, theory }: typeof courses.$inferSelect): Course => ({
  code,
  name,
  credits,
  practice,
  ...(theory && { theory }),
});
