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

/** 转入 courses call for passes in this province: how many, and how many there are; undefined: nothing was transferred. */
export function ownPassesOf(
  { ownPasses }: Pick<PlanData, 'ownPasses'>,
  record: readonly Pick<RecordEntry, 'kind'>[],
): { needed: number; have: number } | undefined {
  if (!ownPasses || !record.some(({ kind }) => kind === 'transferred')) return undefined;
  return { needed: ownPasses, have: record.filter(({ kind }) => kind === 'passed').length };
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
