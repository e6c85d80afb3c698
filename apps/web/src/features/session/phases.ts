import type { ExamFunction, ExamSession } from '@zikao/contract/exams';
import { formatDay, formatMoment } from '#ui/dates';

export interface Phase {
  label: string;
  when: string;
  state: 'over' | 'now' | 'next';
}

const BY_WINDOW = [
  ['profile', '注册报名'],
  ['enrolment', '报考课程'],
  ['print', '打印通知单'],
] as const satisfies (readonly [ExamFunction, string])[];

/** What happens in an exam session, in order; `now` is the server's time in milliseconds. */
export function phasesOf(session: ExamSession, now: number): Phase[] {
  const windows = BY_WINDOW.flatMap(([key, label]) => {
    const window = session.windows[key];
    return window ? [{ label, ...phaseOf(window.opensAt, window.closesAt, now) }] : [];
  });
  return [...windows, ...examOf(session, now)];
}

/** The sentence over the phases: what is open now, else what comes next. */
export function headlineOf(session: ExamSession, phases: readonly Phase[], now: number): string {
  const open = (key: ExamFunction) => {
    const window = session.windows[key];
    return window ? stateOf(window.opensAt, window.closesAt, now) === 'now' : false;
  };
  if (open('profile') && open('enrolment')) return '报名报考正在进行';
  if (open('enrolment')) return '报考课程正在进行';
  if (open('profile')) return '注册报名正在进行';
  if (phases.find(({ label }) => label === '考试')?.state === 'now') return '考试正在进行';
  if (open('print')) return '考场座次通知单可以打印';
  const next = phases.find(({ state }) => state === 'next');
  return next ? `${next.label}将在${next.when}` : '已经结束';
}

function phaseOf(opensAt: string, closesAt: string, now: number): Omit<Phase, 'label'> {
  const state = stateOf(opensAt, closesAt, now);
  const when = {
    next: `${formatMoment(opensAt)} 开放`,
    now: `至 ${formatMoment(closesAt)}`,
    over: `${formatMoment(closesAt)} 已截止`,
  };
  return { state, when: when[state] };
}

function stateOf(opensAt: string, closesAt: string, now: number): Phase['state'] {
  if (now < Date.parse(opensAt)) return 'next';
  return now < Date.parse(closesAt) ? 'now' : 'over';
}

/** The days of the exam, from the first slot to the last. */
function examOf({ slots }: ExamSession, now: number): Phase[] {
  const dates = slots.map(({ date }) => date).toSorted();
  const [first, last] = [dates[0], dates.at(-1)];
  if (!first || !last) return [];
  const [start, end] = [`${first}T00:00:00+08:00`, `${last}T23:59:59+08:00`];
  const when = first === last ? formatDay(start) : `${formatDay(start)} – ${formatDay(end)}`;
  return [{ label: '考试', when, state: stateOf(start, end, now) }];
}
