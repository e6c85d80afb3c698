import { expect, it } from 'vitest';
import { readBoardFilter, writeBoardFilter } from './use-board-filter.ts';

const read = (search: string) => readBoardFilter(new URLSearchParams(search));

it('a board is narrowed by its address, and anything else there is let be', () => {
  expect(read('')).toEqual({ period: 'week', queue: '' });
  expect(read('period=month&queue=enrolments')).toEqual({ period: 'month', queue: 'enrolments' });
  expect(read('period=century&queue=toString')).toEqual({ period: 'week', queue: '' });
});

it('the address says only what differs from the usual, and is read as it was written', () => {
  expect(writeBoardFilter({ period: 'week', queue: '' })).toEqual({});
  const narrowed = { period: 'quarter', queue: 'transferIn' } as const;
  expect(read(String(new URLSearchParams(writeBoardFilter(narrowed))))).toEqual(narrowed);
});
