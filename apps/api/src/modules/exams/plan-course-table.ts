import { and, asc, eq, max, sql } from 'drizzle-orm';
import { PLAN_COURSES, type PlanCourseRow } from '@zikao/contract/catalogue-tables';
import type { ImportTarget } from '#platform/imports';
import { planKey } from './followed-plans.ts';
import { planFaults } from './plan-group-table.ts';
import { courses, planCourses, planGroups } from './tables.ts';

const where = ({ major, version, course }: PlanCourseRow) =>
  and(eq(planCourses.major, major), eq(planCourses.version, version), eq(planCourses.course, course));

/** 计划课程, imported as a table. */
export const planCourseTable: ImportTarget<PlanCourseRow> = {
  definition: PLAN_COURSES,
  async lock({ db }) {
    await db.execute(sql`lock table courses, plans, plan_groups, plan_courses in share row exclusive mode`);
  },
  async current({ db }) {
    const rows = await db
      .select()
      .from(planCourses)
      .orderBy(asc(planCourses.major), asc(planCourses.version), asc(planCourses.position));
    return rows.map(({ major, version, course, group }) => ({ major, version, course, group }));
  },
  async check(ctx, changes) {
    const known = new Set(
      (await ctx.db.select({ code: courses.code }).from(courses)).map(({ code }) => code),
    );
    const groups = await ctx.db.select().from(planGroups);
    const named = new Set(groups.map((group) => `${planKey(group)} ${group.name}`));
    const filed = [...changes.added, ...changes.changed.map(({ no, after }) => ({ no, row: after }))];
    const plansFaults = await planFaults(ctx, changes);
    const without = new Set(plansFaults.map(({ no }) => no));
    return [
      ...plansFaults,
      ...filed.flatMap(({ no, row }) =>
        known.has(row.course) ? [] : [{ no, title: '课程代码', message: `课程表里没有 ${row.course}` }],
      ),
      ...filed.flatMap(({ no, row }) =>
        without.has(no) || named.has(`${planKey(row)} ${row.group}`)
          ? []
          : [{ no, title: '课程组', message: `这一版计划没有课程组“${row.group}”，请先导入计划课程组` }],
      ),
    ];
  },
  async write({ db }, { added, changed, removed }) {
    for (const { row } of removed) await db.delete(planCourses).where(where(row));
    const [last] = await db.select({ at: max(planCourses.position) }).from(planCourses);
    const after = (last?.at ?? 0) + 1;
    if (added.length)
      await db.insert(planCourses).values(added.map(({ row }, at) => ({ ...row, position: after + at })));
    for (const { after: row } of changed) await db.update(planCourses).set(row).where(where(row));
  },
};
