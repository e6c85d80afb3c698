import { inArray } from 'drizzle-orm';
import { today } from '#platform/clock';
import type { Signed } from '#platform/context';
import { hasCourses } from './catalogue.ts';
import { plans } from './tables.ts';

export interface PlanState {
  from: string;
  /** How many candidates of its major there are, when it is in force with its courses; such a version is never changed. */
  followers: number;
}
export const planKey = ({ major, version }: { major: string; version: string }) => `${major} ${version}`;

/** The versions of these majors' plans, by `planKey`, with who follows them. */
export async function planStates(ctx: Signed, codes: Iterable<string>): Promise<Map<string, PlanState>> {
  const majors = [...new Set(codes)];
  if (majors.length === 0) return new Map();
  const rows = await ctx.db
    .select({ major: plans.major, version: plans.version, from: plans.from, filled: hasCourses })
    .from(plans)
    .where(inArray(plans.major, majors));
  const people = await ctx.inUse(ctx, { majors });
  const day = await today(ctx.db);
  return new Map(
    rows.map(({ major, version, from, filled }) => [
      planKey({ major, version }),
      { from, followers: filled && from <= day ? (people.majors.get(major) ?? 0) : 0 },
    ]),
  );
}

export const followedText = (followers: number) =>
  `已有 ${followers} 名考生按这一版计划报考，不能直接修改，请另建新版本`;
