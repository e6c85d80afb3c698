import type { CourseChoice } from '@zikao/contract/enrolments';
import type { Done, Facts } from './facts.ts';

type CourseContext = Pick<Facts, 'offered' | 'record' | 'courseNames'>;

/** Why a course cannot be chosen, whatever else is chosen. */
export function courseFault(
  code: string,
  { offered, record, courseNames }: CourseContext,
): string | undefined {
  const course = offered.get(code);
  if (!course) return '本考次不开考';
  const done = record.get(code);
  if (done) return doneText(done);
  if (course.theory && !record.has(course.theory))
    return `需先通过理论部分 ${course.theory} ${courseNames.get(course.theory) ?? ''}`.trimEnd();
  return undefined;
}

/** 已合格 78 分（2026 年 10 月）; five-grade values have no 分. */
function doneText({ kind, score, when }: Done): string {
  if (kind === 'exempted') return '已免考';
  const points = score && /^\d+(\.\d+)?$/.test(score) ? `${score} 分` : score;
  return `${kind === 'transferred' ? '已转入' : '已合格'}${points ? ` ${points}` : ''}（${when}）`;
}

/** What is wrong with the chosen courses taken together, one sentence each. */
export function choiceFaults(
  choices: readonly CourseChoice[],
  facts: CourseContext & Pick<Facts, 'slots'>,
): string[] {
  if (choices.length === 0) return ['请至少选择一门课程'];
  const { slots } = facts;
  return [
    ...(choices.length > slots.size ? [`本考次共 ${slots.size} 个半天，最多报考 ${slots.size} 门课程`] : []),
    ...choices.flatMap((choice) => choiceFault(choice, facts) ?? []),
    ...repeats(choices, facts),
    ...clashes(choices, facts),
  ];
}

function choiceFault(
  { course, slot }: CourseChoice,
  facts: CourseContext & Pick<Facts, 'slots'>,
): string | undefined {
  const fault = courseFault(course, facts);
  if (fault) return `${title(course, facts)}：${fault}`;
  const offered = facts.offered.get(course)!;
  if (offered.slot !== slot)
    return `${title(course, facts)}：考试时间是${facts.slots.get(offered.slot) ?? offered.slot}，请重新选择`;
  return undefined;
}

function repeats(choices: readonly CourseChoice[], facts: Pick<Facts, 'courseNames'>): string[] {
  const codes = choices.map(({ course }) => course);
  return [...new Set(codes.filter((code, i) => codes.indexOf(code) !== i))].map(
    (code) => `${title(code, facts)}：选了两次，请保留一次`,
  );
}

/** One course per half-day; both courses of a clash are named. */
function clashes(
  choices: readonly CourseChoice[],
  facts: Pick<Facts, 'courseNames' | 'offered' | 'slots'>,
): string[] {
  const bySlot = Map.groupBy(
    new Set(choices.map(({ course }) => course)),
    (course) => facts.offered.get(course)?.slot,
  );
  return [...bySlot].flatMap(([slot, courses]) => {
    if (!slot || courses.length < 2) return [];
    const names = courses.map((course) => title(course, facts)).join('与');
    return [`${names}都在${facts.slots.get(slot) ?? slot}考试，同一个半天只能报考一门课程`];
  });
}

function title(code: string, { courseNames }: Pick<Facts, 'courseNames'>): string {
  return `${code} ${courseNames.get(code) ?? ''}`.trim();
}
