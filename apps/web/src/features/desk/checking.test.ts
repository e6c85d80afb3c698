import { expect, it } from 'vitest';
import { isBeingChecked, nextLook } from './checking.ts';

const judgement = { verdict: 'pass' as const, measures: [] };
const person = (photo: 'collected' | 'passed', more: object = {}) =>
  ({ head: { photo }, pictures: { photo: 'p' }, ...more }) as unknown as Parameters<typeof isBeingChecked>[0];

it('waits for the checks of a photo taken at the desk, and for nothing else', () => {
  expect(isBeingChecked(person('collected'))).toBe(true);
  expect(isBeingChecked(person('collected', { judgement }))).toBe(false);
  expect(isBeingChecked(person('passed'))).toBe(false);
  // Who filed nothing yet shows no pictures here.
  expect(isBeingChecked(person('collected', { pictures: {} }))).toBe(false);
});

it('looks a handful of times within two minutes, each of which is in the log', () => {
  const looks: number[] = [];
  for (let at = 0, wait; (wait = nextLook(at)) !== false; looks.push(at)) at += wait;
  expect(looks).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 64_000]);
});
