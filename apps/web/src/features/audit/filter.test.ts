import { expect, it } from 'vitest';
import { queryOf, readFilter, timeFault, writeFilter } from './filter.ts';

const typed = readFilter(new URLSearchParams('district=630100&from=2027-03-01T09:00&page=2'));

it('reads its own part of the address and writes only what is given', () => {
  expect(writeFilter(typed)).toEqual({ district: '630100', from: '2027-03-01T09:00' });
});

it('takes typed times for times in China, wherever the browser is', () => {
  expect(queryOf(typed)).toEqual({ district: '630100', from: '2027-03-01T09:00:00+08:00' });
});

it('refuses an end that is not after the beginning', () => {
  const from = '2027-03-01T09:00';
  expect(timeFault({ from, to: from })).toMatch('应晚于');
  expect([timeFault({ from, to: '' }), timeFault({ from, to: '2027-03-01T09:01' })]).toEqual([
    undefined,
    undefined,
  ]);
});
