import { and, lte, sql } from 'drizzle-orm';
import type { Major } from '@zikao/contract/exams';
import { hasCourses, majorsOf } from './catalogue.ts';
import type { Reader } from './current-session.ts';
import { plans } from './tables.ts';

/** Every major, and whether a plan of it is in force. */
export async function listMajors(ctx: Reader): Promise<{ items: (Major & { hasPlan: boolean })[] }> {
  const planned = await ctx.db
    .selectDistinct({ major: plans.major })
    .from(plans)
    .where(and(lte(plans.from, sql`(app_now() at time zone 'Asia/Shanghai')::date`), hasCourses));
  const withPlan = new Set(planned.map(({ major }) => major));
  const majors = await majorsOf(ctx);
  return {
    items: majors.map((major) => ({ ...major, hasPlan: withPlan.has(major.code) })),
  };
}
