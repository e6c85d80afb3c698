import { expect, it } from 'vitest';
import { ownPassesOf, studyOf } from './study.ts';

const course = (code: string, credits: number | null) => ({
  code,
  credits,
  name: code,
  practice: false,
  group: '',
});
const plan = {
  major: { code: 'A', name: 'A', level: '专升本', status: 'open' as const },
  version: '1',
  minCourses: 3,
  minCredits: 12,
  courses: [course('1', 4), course('2', 5), course('3', null), course('4', 3)],
};
const passed = (code: string) => ({ code });

it('counts only courses of the plan, each once', () => {
  const record = [passed('1'), passed('1'), passed('9'), passed('3')];
  expect(studyOf(plan, record)).toEqual({ credits: 4, total: 12, done: 2, left: 1 });
});

it('never asks for fewer than no courses', () => {
  expect(studyOf(plan, ['1', '2', '3', '4'].map(passed))?.left).toBe(0);
});

it('shows nothing for a plan whose credits are not known', () => {
  expect(studyOf({ ...plan, minCredits: null }, [])).toBeUndefined();
});

it('counts passes in this province only where something was transferred in', () => {
  const of = (...kinds: ('passed' | 'practice' | 'exempted' | 'transferred')[]) =>
    ownPassesOf(
      { ownPasses: 4 },
      kinds.map((kind) => ({ kind })),
    );
  expect(of('passed', 'exempted')).toBeUndefined();
  expect(of('passed', 'transferred', 'exempted', 'practice')).toEqual({ needed: 4, have: 1 });
  expect(ownPassesOf({}, [{ kind: 'transferred' }])).toBeUndefined();
});
