import { describe, expect, it } from 'vitest';
import type { ExamSession } from '@zikao/contract/exams';
import { headlineOf, phasesOf } from './phases.ts';

const window = (opensAt: string, closesAt: string) => ({ opensAt, closesAt, open: false });
const session: ExamSession = {
  id: 'x',
  name: '2027 年 4 月',
  year: 2027,
  month: 4,
  ownSlots: [],
  slots: [
    { no: '3', date: '2027-04-17', part: 'am', start: '09:00', end: '11:30' },
    { no: '1', date: '2027-04-16', part: 'am', start: '09:00', end: '11:30' },
  ],
  windows: {
    profile: window('2027-03-01T01:00:00Z', '2027-03-07T04:00:00Z'),
    enrolment: window('2027-03-01T01:00:00Z', '2027-03-08T10:00:00Z'),
    print: window('2027-04-09T01:00:00Z', '2027-04-17T10:00:00Z'),
  },
};
const at = (moment: string) => {
  const now = Date.parse(moment);
  const phases = phasesOf(session, now);
  return {
    states: phases.map(({ state }) => state).join(' '),
    head: headlineOf(session, phases, now),
    phases,
  };
};

describe('the phases of an exam session', () => {
  it('open at the first moment and are closed at the last', () => {
    expect(at('2027-03-01T00:59:59Z')).toMatchObject({
      states: 'next next next next',
      head: '注册报名将在3月1日 9:00 开放',
    });
    expect(at('2027-03-01T01:00:00Z').head).toBe('报名报考正在进行');
    expect(at('2027-03-07T04:00:00Z')).toMatchObject({
      states: 'over now next next',
      head: '报考课程正在进行',
    });
    expect(at('2027-03-08T10:00:00Z').head).toBe('打印通知单将在4月9日 9:00 开放');
  });

  it('count exam days in China', () => {
    expect(at('2027-04-15T15:59:59Z').head).toBe('考场座次通知单可以打印');
    expect(at('2027-04-15T16:00:00Z').head).toBe('考试正在进行');
    expect(at('2027-04-15T16:00:00Z').phases.at(-1)?.when).toBe('4月16日 – 4月17日');
    expect(at('2027-04-18T00:00:00Z').head).toBe('已经结束');
  });

  it('leave out what has no dates yet', () => {
    expect(phasesOf({ ...session, slots: [], windows: {} }, 0)).toEqual([]);
  });
});
