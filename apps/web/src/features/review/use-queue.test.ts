import { expect, it } from 'vitest';
import { readFilter, writeFilter } from './use-queue.ts';

it('a filter is in the address as it was chosen, and nothing of the usual', () => {
  const filter = {
    search: '卓玛',
    state: 'rejected',
    turn: 'again',
    checks: 'flagged',
    district: '630100',
  } as const;
  expect(readFilter(new URLSearchParams(writeFilter(filter)))).toEqual(filter);
  expect(writeFilter(readFilter(new URLSearchParams()))).toEqual({});
});

it('what is none is left out of an address that somebody wrote', () => {
  expect(writeFilter(readFilter(new URLSearchParams('state=toString&turn=x&checks=')))).toEqual({});
});
