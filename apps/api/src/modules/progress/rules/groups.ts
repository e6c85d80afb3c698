import type { Plan, PlanGroup } from '@zikao/contract/exams';
import type { CourseFacts, GroupFacts, PlanFacts } from './facts.ts';

/** A plan as the rules read it. `theories`: of practice parts, the theory part each needs. */
export function planFacts(plan: Plan, theories: ReadonlyMap<string, string>): PlanFacts {
  const { minCourses, minCredits, ownPasses, groups, courses } = plan;
  const factsOf = ({ code, name, credits, practice }: Plan['courses'][number]): CourseFacts => {
    const theory = theories.get(code);
    return { code, name, credits, practice, ...(theory && { theory }) };
  };
  return {
    minCourses,
    minCredits,
    ...(ownPasses && { ownPasses }),
    groups: groups.map((group) =>
      groupFacts(group, courses.filter((course) => course.group === group.name).map(factsOf)),
    ),
  };
}

const groupFacts = (group: PlanGroup, courses: CourseFacts[]): GroupFacts => ({
  name: group.name,
  courses,
  needs: group.rule === 'all' ? 'all' : { courses: group.minCourses, credits: group.minCredits },
  ...(group.maxCourses !== null && { atMost: group.maxCourses }),
  last: group.last,
});
