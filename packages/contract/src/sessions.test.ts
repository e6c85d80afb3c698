import { expect, it } from 'vitest';
import { daysToMove, movedDate } from './sessions.ts';

const moved = (first: string, year: number, month: number) =>
  movedDate(first, daysToMove(first, year, month));

it.each([
  ['2027-04-17', 2027, 10, '2027-10-16'],
  ['2027-10-16', 2028, 4, '2028-04-15'],
  ['2026-10-31', 2027, 4, '2027-04-24'],
  ['2027-04-03', 2027, 10, '2027-10-02'],
  ['2027-10-02', 2028, 4, '2028-04-01'],
])('a session that begins on %s begins in %d-%d on %s', (first, year, month, wanted) => {
  expect(moved(first, year, month)).toBe(wanted);
});

it('always stays on the weekday and comes into the month', () => {
  for (let day = 1; day <= 31; day++) {
    const first = `2026-10-${String(day).padStart(2, '0')}`;
    const to = new Date(moved(first, 2027, 4));
    expect([to.getUTCDay(), to.getUTCMonth()]).toEqual([new Date(first).getUTCDay(), 3]);
  }
});
