import { and, eq } from 'drizzle-orm';
import type { copyPlan as contract } from '@zikao/contract/catalogue';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import { type Signed, transaction } from '#platform/context';
import { Problem } from '#platform/problem';
import { getRow } from '#platform/table-rows';
import { trace } from '#platform/trace';
import { planKey } from './followed-plans.ts';
import { planTable } from './plan-table.ts';
import { planCourses, planGroups, plans } from './tables.ts';

/** A new version of a major's plan, with the groups and courses of another; what was there stays as it was. */
export function copyPlan(
  ctx: Signed,
  { params: { major, plan }, body: { version, from } }: Parsed<typeof contract>,
): Promise<Given<typeof contract>> {
  return transaction(ctx, async (ctx) => {
    await planTable.lock(ctx);
    const { db } = ctx;
    const versions = await db.select().from(plans).where(eq(plans.major, major));
    const source = versions.find((one) => one.version === plan);
    if (!source) throw new Problem('notFound');
    if (versions.some((one) => one.version === version))
      throw new Problem('plan.notCopied', { errors: [{ path: 'version', message: '这个专业已有这个版本' }] });
    if (from <= source.from)
      throw new Problem('plan.notCopied', {
        errors: [{ path: 'from', message: `应晚于所依据版本的执行日期 ${source.from}` }],
      });
    await db.insert(plans).values({ ...source, version, from });
    const groups = await db
      .select()
      .from(planGroups)
      .where(and(eq(planGroups.major, major), eq(planGroups.version, plan)));
    if (groups.length) await db.insert(planGroups).values(groups.map((row) => ({ ...row, version })));
    const courses = await db
      .select()
      .from(planCourses)
      .where(and(eq(planCourses.major, major), eq(planCourses.version, plan)));
    if (courses.length) await db.insert(planCourses).values(courses.map((row) => ({ ...row, version })));
    const key = planKey({ major, version });
    await trace(ctx, { subject: `计划版本:${key}`, why: `以 ${plan} 为底稿` });
    return getRow(ctx, planTable, key);
  });
}
