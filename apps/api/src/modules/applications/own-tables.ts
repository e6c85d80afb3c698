import type { CodeEntry, OwnTable } from '@zikao/contract/codes/tables';
import type { Facts } from './rules/rule.ts';

/** What a person may choose from of their own; `unavailable` says why something cannot be chosen. */
const OWN: Record<OwnTable, (facts: Facts) => CodeEntry[]> = {
  planCourse({ plan, record }) {
    return (plan?.courses ?? []).map(({ code, name, credits }) => ({
      code,
      name: `${code} ${name}${credits === null ? '' : `（${credits} 学分）`}`,
      ...(record.has(code) && { unavailable: '已在考籍中' }),
    }));
  },
  recordCourse({ record, courses }) {
    return [...record.values()].map(({ course, kind, score, when }) => ({
      code: course,
      name: [course, courses.get(course)?.name, score && `${score}`, when].filter(Boolean).join(' '),
      ...(kind === 'exempted' && { unavailable: '免考课程不转出' }),
    }));
  },
  score: () => [],
  certificate: () => [],
};

/** The tables of one's own that are asked for. */
export function ownTables(
  names: readonly OwnTable[],
  facts: Facts,
): Partial<Record<OwnTable, readonly CodeEntry[]>> {
  return Object.fromEntries(names.map((name) => [name, OWN[name](facts)]));
}
