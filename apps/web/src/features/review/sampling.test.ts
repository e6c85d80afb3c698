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

it.each(['', 'x', '0', '1.5', '501'])('an amount of “%s” is refused', (amount) => {
  expect(SAMPLING_FORM.safeParse({ ...typed, amount }).success).toBe(false);
});
