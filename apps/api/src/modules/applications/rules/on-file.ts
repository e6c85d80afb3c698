import type { PlanCourse } from '@zikao/contract/exams';
import type { Score } from '@zikao/contract/scores';
import type { z } from 'zod';
import type { Entry } from '#modules/records';
import type { Facts, Rule } from './rule.ts';

// Why something on file cannot be chosen: what the lists of the forms show, and what the rules say.

/** 转出: exempted courses, and practice whose theory is not passed, stay (conditions of 2020 and 2021). */
export function stays(
  entry: Entry,
  { record, courses }: Pick<Facts, 'record' | 'courses'>,
): string | undefined {
  if (entry.kind === 'exempted') return '免考课程不能转出';
  const theory = courses.get(entry.course)?.theory;
  return theory && !record.has(theory) ? '理论部分没有合格的实践课程不能转出' : undefined;
}

/** 免考: not what is on file already, nor practice parts and theses unless the table of equivalences names them. */
export function notExemptible(
  { code, practice, group }: Pick<z.output<typeof PlanCourse>, 'code' | 'practice' | 'group'>,
  { record, equivalences }: Pick<Facts, 'record' | 'equivalences'>,
): string | undefined {
  if (record.has(code)) return '已在考籍中，不需要免考';
  if (!practice && group !== THESIS) return undefined;
  if (equivalences.some(({ course }) => course === code)) return undefined;
  return '实践课程和毕业考核不能免考';
}
export const THESIS = '毕业考核';

/** 成绩复核: each course once a session; what a violation took away is not a matter of counting again. */
export function notRecheckable(
  { code, mark, graded }: Pick<Score, 'code' | 'mark' | 'graded'>,
  { rechecked }: Pick<Facts, 'rechecked'>,
): string | undefined {
  if (rechecked.has(code)) return '本考次已经申请过复核，每门课程只能申请一次';
  if (graded) return '按等级评定的成绩不属于复核范围';
  return mark && mark !== 'absent' ? '因违规处理的成绩不属于复核范围，请按处理决定书办理' : undefined;
}

/** A record that was transferred out is closed to further changes until 考籍恢复. */
export const frozenGate = (kind: string): Rule => ({
  id: `${kind}.frozen`,
  sentence: '考籍转出冻结期间不能办理，考籍恢复后再申请。',
  as: 'gate',
  again: true,
  judge: (_, { standing }) => (standing.state === 'frozen' ? whole(standing.detail!) : undefined),
});

export const whole = (message: string) => ({ path: '', message });
