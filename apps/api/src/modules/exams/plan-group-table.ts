import { and, asc, eq, max, sql } from 'drizzle-orm';
import { PLAN_GROUPS, type PlanGroupRow } from '@zikao/contract/catalogue-tables';
import type { Signed } from '#platform/context';
import type { Changes, Fault, ImportTarget } from '#platform/imports';
import { followedText, planKey, planStates } from './followed-plans.ts';
import { planCourses, planGroups } from './tables.ts';

const where = ({ major, version, name }: PlanGroupRow) =>
  and(eq(planGroups.major, major), eq(planGroups.version, version), eq(planGroups.name, name));

/** 计划课程组, imported as a table. */
export const planGroupTable: ImportTarget<PlanGroupRow> = {
  definition: PLAN_GROUPS,
  async lock({ db }) {
    await db.execute(sql`lock table plans, plan_groups, plan_courses in share row exclusive mode`);
  },
  async current({ db }) {
    const rows = await db
      .select()
      .from(planGroups)
      .orderBy(asc(planGroups.major), asc(planGroups.version), asc(planGroups.position));
    return rows.map(({ major, version, name, rule, minCourses, minCredits, maxCourses, last }) => ({
      major,
      version,
      name,
      rule,
      minCourses,
      minCredits,
      maxCourses,
      last,
    }));
  },
  async check(ctx, changes, filed) {
    const used = await ctx.db
      .selectDistinct({ major: planCourses.major, version: planCourses.version, name: planCourses.group })
      .from(planCourses);
    const full = new Set(used.map((row) => `${planKey(row)} ${row.name}`));
    return [
      ...filed.flatMap(({ no, row }) => groupFaults(row).map((message) => ({ no, message }))),
      ...(await planFaults(ctx, changes)),
      ...changes.removed.flatMap(({ key }) =>
        full.has(key) ? [{ message: `课程组 ${key} 里还有课程，不能删除` }] : [],
      ),
    ];
  },
  async write({ db }, { added, changed, removed }) {
    for (const { row } of removed) await db.delete(planGroups).where(where(row));
    const [last] = await db.select({ at: max(planGroups.position) }).from(planGroups);
    const after = (last?.at ?? 0) + 1;
    if (added.length)
      await db.insert(planGroups).values(added.map(({ row }, at) => ({ ...row, position: after + at })));
    for (const { after: row } of changed) await db.update(planGroups).set(row).where(where(row));
  },
};

/** What is wrong with the measures of a group. */
export function groupFaults({
  rule,
  minCourses,
  minCredits,
  maxCourses,
}: Omit<PlanGroupRow, 'major' | 'version'>): string[] {
  if (rule === 'all')
    return minCourses === null && minCredits === null && maxCourses === null
      ? []
      : ['要求全部合格的课程组，不填最少门数、最少学分和最多计入门数'];
  return minCourses !== null && maxCourses !== null && maxCourses < minCourses
    ? ['最多计入门数不应少于最少门数']
    : [];
}

/** Why the plans that rows belong to cannot be changed: there is none, or people follow it. */
export async function planFaults<Row extends { major: string; version: string }>(
  ctx: Signed,
  { added, changed, removed }: Changes<Row>,
): Promise<Fault[]> {
  const touched = [
    ...added,
    ...changed.map(({ no, after }) => ({ no, row: after })),
    ...removed.map(({ row }) => ({ no: undefined, row })),
  ];
  const states = await planStates(
    ctx,
    touched.map(({ row }) => row.major),
  );
  return touched.flatMap(({ no, row }) => {
    const state = states.get(planKey(row));
    const message = !state
      ? `没有计划 ${planKey(row)}，请先导入计划版本`
      : state.followers > 0
        ? `计划 ${planKey(row)}：${followedText(state.followers)}`
        : undefined;
    return message ? [{ ...(no !== undefined && { no }), message }] : [];
  });
}
