import { and, asc, eq, sql } from 'drizzle-orm';
import { type PlanRow, PLANS } from '@zikao/contract/catalogue-tables';
import type { ImportTarget } from '#platform/imports';
import { followedText, planKey, planStates } from './followed-plans.ts';
import { majors, planCourses, plans } from './tables.ts';

/** 计划版本, imported as a table; groups and courses have tables of their own. */
export const planTable: ImportTarget<PlanRow> = {
  definition: PLANS,
  async lock({ db }) {
    await db.execute(sql`lock table plans, plan_groups, plan_courses in share row exclusive mode`);
  },
  async current({ db }) {
    const rows = await db.select().from(plans).orderBy(asc(plans.major), asc(plans.from), asc(plans.version));
    return rows.map(({ major, version, from, minCourses, minCredits, conditions }) => ({
      major,
      version,
      from,
      minCourses,
      minCredits,
      conditions: conditions.join('；') || null,
    }));
  },
  async check(ctx, { added, changed, removed }, filed) {
    const known = new Set((await ctx.db.select({ code: majors.code }).from(majors)).map(({ code }) => code));
    const states = await planStates(ctx, [
      ...changed.map(({ after }) => after.major),
      ...removed.map(({ row }) => row.major),
    ]);
    const followers = (row: PlanRow) => states.get(planKey(row))?.followers ?? 0;
    return [
      ...filed.flatMap(({ no, row }) =>
        row.from === null ? [{ no, title: '执行日期', message: '请填写' }] : [],
      ),
      ...added.flatMap(({ no, row }) =>
        known.has(row.major) ? [] : [{ no, title: '专业代码', message: `没有专业 ${row.major}` }],
      ),
      ...changed.flatMap(({ no, before }) =>
        followers(before) > 0 ? [{ no, message: followedText(followers(before)) }] : [],
      ),
      ...removed.flatMap(({ key, row }) =>
        followers(row) > 0 ? [{ message: `计划 ${key} 已有考生按它报考，不能删除` }] : [],
      ),
    ];
  },
  async write({ db }, { added, changed, removed }) {
    for (const { row } of removed) {
      await db
        .delete(planCourses)
        .where(and(eq(planCourses.major, row.major), eq(planCourses.version, row.version)));
      await db.delete(plans).where(and(eq(plans.major, row.major), eq(plans.version, row.version)));
    }
    if (added.length) await db.insert(plans).values(added.map(({ row }) => stored(row)));
    for (const { after } of changed)
      await db
        .update(plans)
        .set(stored(after))
        .where(and(eq(plans.major, after.major), eq(plans.version, after.version)));
  },
};

const stored = ({ from, conditions, ...row }: PlanRow) => ({
  ...row,
  from: from!,
  conditions: conditions
    ? conditions
        .split(/[；;]/)
        .map((text) => text.trim())
        .filter(Boolean)
    : [],
});
