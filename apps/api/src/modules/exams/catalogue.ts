import { and, asc, desc, eq, lte, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Major, Plan } from '@zikao/contract/exams';
import type { Ctx } from '#platform/context';
import { Problem } from '#platform/problem';
import { currentSession } from './current-session.ts';
import { courses, majors, offerings, planCourses, plans } from './tables.ts';

type Has = Pick<Ctx, 'db'>;
/** Today in China, for what begins or ends with a day. */
const today = sql`(app_now() at time zone 'Asia/Shanghai')::date`;

export interface MajorRow extends Major {
  /** Phase-out: last day (ISO) for continuing candidates. */
  enrolUntil?: string;
}

export async function allMajors({ db }: Has): Promise<MajorRow[]> {
  const rows = await db.select().from(majors).orderBy(asc(majors.code));
  return rows.map(({ code, name, level, status, note, restriction, enrolUntil, certificatesUntil }) => ({
    code,
    name,
    level,
    status,
    ...(note && { note }),
    ...(restriction && { restriction }),
    ...(enrolUntil && { enrolUntil }),
    ...(certificatesUntil && { certificatesUntil }),
  }));
}

/** Majors for the public list, with whether a plan is published. */
export async function listMajors(ctx: Has) {
  const withPlan = new Set(
    (await ctx.db.selectDistinct({ major: plans.major }).from(plans)).map((row) => row.major),
  );
  return (await allMajors(ctx)).map((major) => ({ ...major, hasPlan: withPlan.has(major.code) }));
}

/** Courses of a session with their slot. */
export async function offeringsOf({ db }: Has, session: string) {
  return db
    .select({
      slot: offerings.slot,
      code: courses.code,
      name: courses.name,
      credits: courses.credits,
      practice: courses.practice,
      theory: courses.theory,
    })
    .from(offerings)
    .innerJoin(courses, eq(courses.code, offerings.course))
    .where(eq(offerings.session, session))
    .orderBy(asc(offerings.slot), asc(courses.code));
}

/** The plan in force: the newest whose first day has come. Undefined: none published. */
export async function planOf(ctx: Has, code: string): Promise<z.output<typeof Plan> | undefined> {
  const major = (await allMajors(ctx)).find((found) => found.code === code);
  const [plan] = await ctx.db
    .select()
    .from(plans)
    .where(and(eq(plans.major, code), lte(plans.from, today)))
    .orderBy(desc(plans.from))
    .limit(1);
  if (!major || !plan) return undefined;
  const session = await currentSession(ctx);
  const slotOf = new Map(
    session ? (await offeringsOf(ctx, session.id)).map((row) => [row.code, row.slot] as const) : [],
  );
  const rows = await ctx.db
    .select({ course: courses, group: planCourses.group })
    .from(planCourses)
    .innerJoin(courses, eq(courses.code, planCourses.course))
    .where(and(eq(planCourses.major, code), eq(planCourses.version, plan.version)))
    .orderBy(asc(planCourses.position));
  return {
    major,
    version: plan.version,
    minCourses: plan.minCourses,
    minCredits: plan.minCredits,
    ...(plan.source && { source: plan.source }),
    courses: rows.map(({ course, group }) => {
      const slot = slotOf.get(course.code);
      return {
        code: course.code,
        name: course.name,
        credits: course.credits,
        practice: course.practice,
        group,
        ...(slot && { slot }),
      };
    }),
  };
}

export async function getPlan(ctx: Has, code: string) {
  const plan = await planOf(ctx, code);
  if (!plan) throw new Problem('notFound');
  return plan;
}

export async function timetable(ctx: Has) {
  const session = await currentSession(ctx);
  const items = session ? await offeringsOf(ctx, session.id) : [];
  return { session: session ?? null, items };
}
