import { asc, eq, inArray, sql } from 'drizzle-orm';
import { type CourseRow, COURSES } from '@zikao/contract/catalogue-tables';
import type { Signed } from '#platform/context';
import type { Changes, Fault, ImportTarget } from '#platform/imports';
import { courses, equivalences, offerings, planCourses } from './tables.ts';

/** 课程, imported as a table. */
export const courseTable: ImportTarget<CourseRow> = {
  definition: COURSES,
  async lock({ db }) {
    await db.execute(sql`lock table courses in share row exclusive mode`);
  },
  async current({ db }) {
    const rows = await db.select().from(courses).orderBy(asc(courses.code));
    return rows.map(({ code, name, credits, practice, theory }) => ({
      code,
      name,
      credits,
      practice,
      theory,
    }));
  },
  async check(ctx, changes, filed) {
    const gone = new Set(changes.removed.map(({ row }) => row.code));
    const known = new Map((await courseTable.current(ctx)).map((row) => [row.code, row]));
    for (const { row } of filed) known.set(row.code, row);
    for (const code of gone) known.delete(code);
    return [
      ...filed.flatMap(({ no, row }) =>
        theoryFault(row, known).map((message) => ({ no, title: '先修理论课程', message })),
      ),
      ...(await removalFaults(ctx, [...gone])),
    ];
  },
  async write({ db }, { added, changed, removed }: Changes<CourseRow>) {
    if (removed.length)
      await db.delete(courses).where(
        inArray(
          courses.code,
          removed.map(({ row }) => row.code),
        ),
      );
    if (added.length) await db.insert(courses).values(added.map(({ row }) => row));
    for (const { after } of changed) await db.update(courses).set(after).where(eq(courses.code, after.code));
  },
};

/** What is wrong with the theory part a course names, among all courses there will be. */
export function theoryFault(row: CourseRow, known: ReadonlyMap<string, CourseRow>): string[] {
  if (!row.theory) return [];
  const theory = known.get(row.theory);
  if (!row.practice) return ['只有实践课程才有先修理论课程'];
  if (!theory) return [`课程表里没有 ${row.theory}`];
  return theory.practice ? [`${row.theory} 是实践课程，不能作为先修理论课程`] : [];
}

/** Why courses cannot be removed: a sentence for each that is still needed. */
export async function removalFaults(ctx: Signed, codes: string[]): Promise<Fault[]> {
  if (codes.length === 0) return [];
  const uses = new Map<string, string>();
  const needed = async (what: string, rows: Promise<{ code: string }[]>) => {
    for (const { code } of await rows) uses.set(code, what);
  };
  const { db } = ctx;
  await needed(
    '是免考或顶替的课程',
    db
      .selectDistinct({ code: equivalences.course })
      .from(equivalences)
      .where(inArray(equivalences.course, codes)),
  );
  await needed(
    '已安排开考',
    db.selectDistinct({ code: offerings.course }).from(offerings).where(inArray(offerings.course, codes)),
  );
  await needed(
    '在开考计划里',
    db
      .selectDistinct({ code: planCourses.course })
      .from(planCourses)
      .where(inArray(planCourses.course, codes)),
  );
  const people = await ctx.inUse(ctx, { courses: codes });
  for (const [code, count] of people.courses) uses.set(code, `有 ${count} 名考生报考过或已有成绩`);
  return [...uses].map(([code, use]) => ({ message: `课程 ${code} ${use}，不能删除` }));
}
