import type { CourseFacts, GroupFacts } from './facts.ts';

export interface Sum {
  courses: number;
  credits: number;
}

/** How many courses and credits of a group count: at most so many of them, those with the most credits first. */
export function count({ atMost, last }: GroupFacts, courses: readonly CourseFacts[]): Sum {
  const counted = courses.toSorted((a, b) => (b.credits ?? 0) - (a.credits ?? 0)).slice(0, atMost);
  const credits = last ? 0 : counted.reduce((sum, course) => sum + (course.credits ?? 0), 0);
  return { courses: counted.length, credits: round(credits) };
}

export const less = (a: Sum, b: Sum): Sum => ({
  courses: a.courses - b.courses,
  credits: round(a.credits - b.credits),
});

/** Credits are halves at the finest: sums of them must not show 0.30000000000000004. */
export const round = (credits: number) => Math.round(credits * 100) / 100;

/** Whether so much fills a group; null: it has no measure of its own. */
export function fills(group: GroupFacts, sum: Sum): boolean | null {
  const { needs, courses } = group;
  if (needs === 'all') return sum.courses === courses.length;
  if (needs.courses === null && needs.credits === null) return null;
  return sum.courses >= (needs.courses ?? 0) && sum.credits >= (needs.credits ?? 0);
}

/** 全部合格；至少 3 门、14 学分 */
export function ruleText({ needs, atMost }: GroupFacts): string {
  if (needs === 'all') return '全部合格';
  const parts = [
    needs.courses !== null && `${needs.courses} 门`,
    needs.credits !== null && `${needs.credits} 学分`,
  ].filter(Boolean);
  if (parts.length === 0) return '按总门数和总学分选考';
  return `${atMost !== undefined && atMost === needs.courses ? '任选' : '至少'} ${parts.join('、')}`;
}
