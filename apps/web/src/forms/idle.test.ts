import { expect, it } from 'vitest';
import { idlePhase } from './idle.ts';

const end = '2027-03-01T02:00:00Z';
it.each([
  ['2027-03-01T01:57:59Z', 'active'],
  ['2027-03-01T01:58:00Z', 'warn'],
  ['2027-03-01T01:59:59Z', 'warn'],
  ['2027-03-01T02:00:00Z', 'over'],
])('at %s the session is %s', (now, phase) => {
  expect(idlePhase(end, Date.parse(now))).toBe(phase);
});
