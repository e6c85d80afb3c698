import { dateText } from '#modules/exams';
import type { Facts, MajorFacts } from './facts.ts';

/**
 * Why a major cannot be chosen. Guide 4 (3): 处于停考过渡期的专业不接收新生报考; those enrolled in it before may
 * go on until its last day.
 */
export function majorFault(
  major: MajorFacts | undefined,
  { today, enrolledBefore }: Pick<Facts, 'today' | 'enrolledBefore'>,
): string | undefined {
  if (!major) return '没有这个专业，请重新选择';
  if (major.status === 'closed') return '本专业已停考，不再接收报考';
  if (major.status === 'open') return undefined;
  if (!enrolledBefore.has(major.code)) return '本专业处于停考过渡期，不接收新生报考';
  if (major.enrolUntil && today > major.enrolUntil)
    return `本专业停考过渡期已结束，在籍考生报考截至 ${dateText(major.enrolUntil)}`;
  return undefined;
}
