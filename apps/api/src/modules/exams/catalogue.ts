import { and, asc, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Major as Shown, Plan } from '@zikao/contract/exams';
import { examRules } from './recheck-window.ts';
import type { Reader } from './current-session.ts';
import { courses, majors, offerings, planCourses, plans } from './tables.ts';

/** A major as it is shown, with the last day its continuing candidates may enrol (ISO date). */
export type Major = Shown & { enrolUntil?: string };
export interface Course {
  code: string;
  name: string;
  credits: number | null;
  practice: boolean;
  /** A practice part names the theory part that must be passed first. */
  theory?: string;
}

const today = sql<string>`(app_now() at time zone 'Asia/Shanghai')::date`;

/** All majors, those open to newcomers first. */
export async function majorsOf(ctx: Reader): Promise<Major[]> {
  const rows = await ctx.db
    .select()
    .from(majors)
    .orderBy(sql`array_position(array['open','phaseOut','closed'], ${majors.status})`, asc(majors.code));
  return rows.map(toMajor);
}

/** The plan in force of a major: the newest version whose day has come. */
export async function planOf(ctx: Reader, code: string): Promise<Plan | undefined> {
  const [found] = await ctx.db
    .select({ plan: plans, major: majors })
    .from(plans)
    .innerJoin(majors, eq(majors.code, plans.major))
    .where(and(eq(plans.major, code), lte(plans.from, today)))
    .orderBy(desc(plans.from), desc(plans.version))
    .limit(1);
  if (!found) return undefined;
  const { plan, major } = found;
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
    major: toMajor(major),
    version: plan.version,
    minCourses: plan.minCourses,
    minCredits: plan.minCredits,
    ...(ownPasses && { ownPasses }),
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

function toMajor(row: typeof majors.$inferSelect): Major {
  const { code, name, level, status, note, restriction, enrolUntil, certificatesUntil } = row;
  return {
    code,
    name,
    level,
    status,
    ...(note && { note }),
    ...(restriction && { restriction }),
    ...(enrolUntil && { enrolUntil }),
    ...(certificatesUntil && { certificatesUntil }),
  };
}

function toCourse({ theory, ...course }: typeof courses.$inferSelect): Course {
  return { ...course, ...(theory && { theory }) };
}
