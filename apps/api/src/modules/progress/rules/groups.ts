import type { Plan } from '@zikao/contract/exams';
import type { CourseFacts, GroupFacts, PlanFacts } from './facts.ts';

/** The thesis or design: not counted in credits, only when every other course is passed (plans of 江苏, 河北). */
const LAST = '毕业考核';

/** A plan as the rules read it. `theories`: of practice parts, the theory part each needs. */
export function planFacts(plan: Plan, theories: ReadonlyMap<string, string>): PlanFacts {
  const { minCourses, minCredits, ownPasses, courses } = plan;
  const measured = minCourses !== null || minCredits !== null;
  return {
    minCourses,
    minCredits,
    ...(ownPasses && { ownPasses }),
    groups: [...Map.groupBy(courses, ({ group }) => group)].map(([group, items]) =>
      groupFacts(
        group,
        items.map(({ code, name, credits, practice }) => {
          const theory = theories.get(code);
          return { code, name, credits, practice, ...(theory && { theory }) };
        }),
        measured,
      ),
    ),
  };
}

function groupFacts(name: string, courses: readonly CourseFacts[], measured: boolean): GroupFacts {
  const base = { name, courses, last: name === LAST };
  if (name.includes('任选一门')) return { ...base, needs: { courses: 1, credits: null }, atMost: 1 };
  // Courses to choose from, measured by the plan's own numbers; without any, all of them are needed.
  if (name.includes('选考') && measured) return { ...base, needs: { courses: null, credits: null } };
  return { ...base, needs: 'all' };
}
