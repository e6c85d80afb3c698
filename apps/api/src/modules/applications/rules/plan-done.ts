import type { Plan } from '@zikao/contract/exams';
import { THESIS } from './on-file.ts';
import type { Facts } from './rule.ts';

/**
 * Whether every course of a plan is passed but for the thesis, which comes after them: all 必考 ones, and the least
 * number and credits where the plan states them.
 */
export function isPlanDone({ courses, minCourses, minCredits }: Plan, record: Facts['record']): boolean {
  const papers = courses.filter(({ group }) => group !== THESIS);
  const done = papers.filter(({ code }) => record.has(code));
  if (papers.some(({ group, code }) => group === '必考' && !record.has(code))) return false;
  if (minCourses === null && minCredits === null) return papers.length > 0 && done.length === papers.length;
  const credits = done.reduce((sum, course) => sum + (course.credits ?? 0), 0);
  return done.length >= (minCourses ?? 0) && credits >= (minCredits ?? 0);
}
