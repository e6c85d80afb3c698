import type { CodeEntry, OwnTable } from '@zikao/contract/codes/tables';
import { notExemptible, notRecheckable, stays } from './rules/on-file.ts';
import type { Facts } from './rules/rule.ts';

/** What a person may choose from of their own; `unavailable` says why something cannot be chosen. */
const OWN: Record<OwnTable, (facts: Facts) => CodeEntry[]> = {
  planCourse: (facts) =>
    (facts.plan?.courses ?? []).map((course) => {
      const { code, name, credits } = course;
      const label = `${code} ${name}${credits === null ? '' : `（${credits} 学分）`}`;
      return entry(code, label, notExemptible(course, facts));
    }),
  recordCourse: (facts) =>
    [...facts.record.values()].map((one) => {
      const { course, courseName, score, when } = one;
      const name = courseName ?? facts.courses.get(course)?.name;
      return entry(course, [course, name, score, when].filter(Boolean).join(' '), stays(one, facts));
    }),
  score: (facts) =>
    facts.scores.map((score) =>
      entry(score.code, `${score.code} ${score.name} ${score.value}`, notRecheckable(score, facts)),
    ),
  certificate({ equivalences, courses }) {
    const certificates = equivalences.filter(({ basis }) => basis === 'certificate');
    return [...Map.groupBy(certificates, ({ old }) => old)].map(([old, lines]) => {
      const names = lines.map(({ course }) => courses.get(course)?.name ?? course).join('、');
      return entry(old, `${lines[0]!.name}（可免 ${names}）`);
    });
  },
};

const entry = (code: string, name: string, unavailable?: string): CodeEntry => ({
  code,
  name,
  ...(unavailable && { unavailable }),
});

/** The tables of one's own that are asked for. */
export function ownTables(
  names: readonly OwnTable[],
  facts: Facts,
): Partial<Record<OwnTable, readonly CodeEntry[]>> {
  return Object.fromEntries(names.map((name) => [name, OWN[name](facts)]));
}
