import { expect, it } from 'vitest';
import { SAMPLING_FORM } from './sampling.ts';

const typed = {
  from: '2027-03-01',
  to: '2027-03-08',
  queue: '',
  district: '',
  reviewers: 'province',
  way: 'size',
  amount: '20',
  seed: '',
};

it('leaves out what was not chosen, and reads the amount as it is counted', () => {
  const days = { from: '2027-03-01', to: '2027-03-08', reviewers: 'province' };
  expect(SAMPLING_FORM.parse(typed)).toEqual({ ...days, size: 20 });
  const narrow = { ...typed, way: 'percent', amount: '5', queue: 'profiles', seed: ' 2027-3 ' };
  expect(SAMPLING_FORM.parse(narrow)).toEqual({ ...days, percent: 5, queue: 'profiles', seed: '2027-3' });
});

it.each([
  ['', '请填写抽取的件数'],
  ['x', '请填写抽取的件数'],
  ['0', '至少抽取 1 件'],
  ['1.5', '请填写整数'],
  ['501', '一次最多抽取 500 件'],
])('an amount of “%s” is refused at its field: %s', (amount, message) => {
  const { error } = SAMPLING_FORM.safeParse({ ...typed, amount });
  expect(error?.issues.map((issue) => [issue.path, issue.message])).toEqual([[['amount'], message]]);
});

it('days the wrong way round are refused at the last one', () => {
  const { error } = SAMPLING_FORM.safeParse({ ...typed, to: '2027-02-01' });
  expect(error?.issues.map((issue) => issue.path)).toEqual([['to']]);
});
