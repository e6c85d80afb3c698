import type { CourseState, Progress, ProgressCourse, ProgressGroup } from '@zikao/contract/progress';
import { count, fills, less, round, ruleText } from './count.ts';
import type { CourseFacts, Facts, GroupFacts } from './facts.ts';
import { type Credit, creditsOf } from './replace.ts';

export type Judged = Pick<Progress, 'courses' | 'credits' | 'groups'> & {
  /** Everything but the thesis is passed: the thesis may follow. */
  papersDone: boolean;
};

/** A plan against a record: course by course, group by group, in all. */
export function judge(facts: Facts): Judged {
  const credits = creditsOf(facts);
  const papers = facts.plan.groups
    .filter(({ last }) => !last)
    .map((group) => judgeGroup(group, facts, credits));
  const total = (of: 'courses' | 'credits', part: 'done' | 'inProgress') =>
    round(papers.reduce((sum, group) => sum + group[of][part], 0));
  const { minCourses, minCredits } = facts.plan;
  const courses = {
    done: total('courses', 'done'),
    inProgress: total('courses', 'inProgress'),
    needed: minCourses,
  };
  const sums = {
    done: total('credits', 'done'),
    inProgress: total('credits', 'inProgress'),
    needed: minCredits,
  };
  const enough = courses.done >= (minCourses ?? 0) && sums.done >= (minCredits ?? 0);
  const filled = papers.map((group) => ({ ...group, met: group.met ?? enough }));
  const papersDone = enough && filled.every(({ met }) => met);
  const theses = facts.plan.groups
    .filter(({ last }) => last)
    .map((group) => judgeGroup(group, facts, credits, papersDone))
    .map((group) => ({ ...group, met: group.met ?? true }));
  const names = new Map(facts.plan.groups.map(({ name }, at) => [name, at]));
  const groups = [...filled, ...theses].toSorted((a, b) => names.get(a.name)! - names.get(b.name)!);
  return { courses, credits: sums, groups: groups.map(settle), papersDone };
}

type Group = Omit<ProgressGroup, 'met'> & { met: boolean | null };

function judgeGroup(
  group: GroupFacts,
  facts: Facts,
  credits: ReadonlyMap<string, Credit>,
  papersDone = true,
): Group {
  const { courses, needs, last, name } = group;
  const done = courses.filter(({ code }) => credits.has(code));
  const sat = courses.filter(({ code }) => !credits.has(code) && facts.inProgress.has(code));
  const have = count(group, done);
  const soon = less(count(group, [...done, ...sat]), have);
  const needed = needs === 'all' ? { courses: courses.length, credits: null } : needs;
  return {
    name,
    rule: ruleText(group),
    met: fills(group, have),
    last,
    courses: { done: have.courses, inProgress: soon.courses, needed: needed.courses },
    credits: { done: have.credits, inProgress: soon.credits, needed: needed.credits },
    items: courses.map((course) => ({
      ...courseOf(course, facts, credits),
      ...(last && !papersDone && !credits.has(course.code) && { after: '其余课程全部合格' }),
    })),
  };
}

function courseOf(
  { theory, ...course }: CourseFacts,
  { inProgress, offered, plan, record }: Facts,
  credits: ReadonlyMap<string, Credit>,
): ProgressCourse {
  const first = plan.groups.flatMap(({ courses }) => courses).find(({ code }) => code === theory);
  const known = theory === undefined || credits.has(theory) || record.has(theory);
  const shown = { ...course, ...(!known && { after: `${theory} ${first?.name ?? ''}`.trimEnd() }) };
  const credit = credits.get(course.code);
  if (credit) {
    const { done, instead } = credit;
    return {
      ...shown,
      state: 'done',
      how: done.kind,
      when: done.when,
      ...(done.score && { score: done.score }),
      ...(instead && { instead: `${instead.old} ${instead.oldName}` }),
    };
  }
  const sitting = inProgress.get(course.code);
  if (sitting !== undefined) return { ...shown, state: 'inProgress', when: sitting };
  const when = offered.get(course.code);
  return { ...shown, state: 'missing', ...(when && { offered: when }) };
}

/** What is not passed is missing where all is needed; else it is one of several, or no longer needed. */
function settle(group: Group & { met: boolean }): ProgressGroup {
  if (group.courses.needed === group.items.length) return group;
  const open: CourseState = group.met ? 'spare' : 'choice';
  return {
    ...group,
    items: group.items.map((item) => (item.state === 'missing' ? { ...item, state: open } : item)),
  };
}
