import { FUNCTION_KEYS, FUNCTIONS, type ExamFunction } from '@zikao/contract/exams';
import type { PlannedSession, Readiness } from '@zikao/contract/sessions';
import { momentText } from './moment-text.ts';

type Plan = Pick<PlannedSession, 'slots' | 'windows' | 'courses'> & { prospectus: boolean };

/** What is missing before a session opens, or looks wrong, in the order one would mend it. */
export function readinessOf({ slots, windows, courses, prospectus }: Plan): Readiness[] {
  const firstDay = slots.map(({ date }) => date).toSorted()[0];
  const exam = firstDay && Date.parse(`${firstDay}T00:00:00+08:00`);
  const of = (name: ExamFunction) => windows.find((window) => window.function === name && !window.district);
  const missing = FUNCTION_KEYS.filter((name) => !of(name)).map((name) => FUNCTIONS[name]);
  const late = windows.filter(
    (window) =>
      ['profile', 'enrolment'].includes(window.function) && exam && Date.parse(window.closesAt) >= exam,
  );
  const print = of('print');
  const early = windows.filter(
    (window) => window.function === 'enrolment' && print && window.closesAt > print.opensAt,
  );
  const check = (key: string, label: string, needed: boolean, detail: string | false) => ({
    key,
    label,
    needed,
    ok: detail === false,
    ...(detail && { detail }),
  });
  return [
    check('slots', '场次', true, slots.length === 0 && '还没有安排场次。'),
    check('courses', '开考课程', true, courses === 0 && '还没有开考课程。'),
    check('prospectus', '报考简章', true, !prospectus && '还没有发布报考简章。'),
    check(
      'enrolment',
      '注册报名与报考时间',
      true,
      (!of('profile') || !of('enrolment')) && '请填写注册报名和报考课程的全省时间。',
    ),
    check('windows', '各项办理时间', false, missing.length > 0 && `还没有公布：${missing.join('、')}。`),
    check(
      'beforeExam',
      '报名报考在考试之前截止',
      true,
      late.length > 0 && `截止于 ${momentText(late[0]!.closesAt)}，不早于第一天考试。`,
    ),
    check(
      'beforePrint',
      '报考截止后才打印通知单',
      false,
      early.length > 0 && `报考截止于 ${momentText(early[0]!.closesAt)}，晚于打印开始的时间。`,
    ),
  ];
}
