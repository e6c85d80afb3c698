import type { z } from 'zod';
import type { Plan } from '@zikao/contract/exams';
import type { RecordEntry } from '@zikao/contract/records';

type PlanData = z.output<typeof Plan>;

export interface Study {
  /** Credits of the plan's courses that are passed, exempted, transferred or practised. */
  credits: number;
  total: number;
  done: number;
  left: number;
}

/** How much of a plan a record fulfils; undefined for a plan that does not state its credits. */
export function studyOf(plan: PlanData, record: readonly Pick<RecordEntry, 'code'>[]): Study | undefined {
  if (!plan.minCredits) return undefined;
  const passed = new Set(record.map(({ code }) => code));
  const done = plan.courses.filter(({ code }) => passed.has(code));
  const needed = plan.minCourses ?? plan.courses.length;
  return {
    credits: done.reduce((sum, { credits }) => sum + (credits ?? 0), 0),
    total: plan.minCredits,
    done: done.length,
    left: Math.max(0, needed - done.length),
  };
}
