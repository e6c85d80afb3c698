import { expect, test } from 'vitest';
import { isConspicuous } from '@zikao/contract/score-statistics';
import { moved, rate } from './figures.ts';

const of = (passed: number, present: number) => ({ passed, present });

test('a pass rate is of those who took part; nobody took part, no rate', () => {
  expect(rate(of(684, 1000))).toBe('68.4%');
  expect(rate(of(0, 0))).toBe('–');
});

test('says by how many points it moved since the session before', () => {
  expect(moved(of(70, 100), of(65, 100))).toBe('+5.0 个百分点');
  expect(moved(of(60, 100), of(65, 100))).toBe('−5.0 个百分点');
  expect(moved(of(65, 100), of(65, 100))).toBe('持平');
  expect(moved(of(65, 100), undefined)).toBe('');
});

test('a course is conspicuous when it moved much and is not tiny', () => {
  const course = (now: object, before: object) => isConspicuous({ ...now, before } as never);
  expect(course(of(80, 100), of(60, 100))).toBe(true);
  expect(course(of(70, 100), of(60, 100))).toBe(false);
  expect(course(of(5, 5), of(1, 5))).toBe(false);
  expect(isConspicuous(of(80, 100) as never)).toBe(false);
});
