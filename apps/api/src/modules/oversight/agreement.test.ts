import { expect, it } from 'vitest';
import { agreementOf, NO_PAIRS, sumPairs } from './agreement.ts';

it('of nothing there is no agreement', () => {
  expect(agreementOf(NO_PAIRS)).toMatchObject({ looked: 0, rate: null, kappa: null });
});

it('counts who was stricter and who was milder', () => {
  const pairs = { bothApproved: 6, bothRejected: 1, stricter: 2, milder: 1 };
  expect(agreementOf(pairs)).toMatchObject({ looked: 10, agreed: 7, stricter: 2, milder: 1, rate: 0.7 });
});

// The worked example of Cohen's kappa with 50 proposals: 20 both yes, 15 both no, 5 and 10 apart.
it('kappa is what is left of the agreement beyond chance', () => {
  const { rate, kappa } = agreementOf({ bothApproved: 20, bothRejected: 15, stricter: 5, milder: 10 });
  expect(rate).toBe(0.7);
  expect(kappa).toBeCloseTo(0.4, 10);
});

it('kappa is 1 in full agreement, below 0 in opposition, and none where only one answer was ever given', () => {
  expect(agreementOf({ ...NO_PAIRS, bothApproved: 3, bothRejected: 2 }).kappa).toBe(1);
  expect(agreementOf({ ...NO_PAIRS, stricter: 2, milder: 2 }).kappa).toBe(-1);
  expect(agreementOf({ ...NO_PAIRS, bothApproved: 9 })).toMatchObject({ rate: 1, kappa: null });
});

it('parts add up to the whole', () => {
  const parts = [
    { bothApproved: 1, bothRejected: 2, stricter: 3, milder: 4 },
    { bothApproved: 10, bothRejected: 20, stricter: 30, milder: 40 },
  ];
  expect(sumPairs(parts)).toEqual({ bothApproved: 11, bothRejected: 22, stricter: 33, milder: 44 });
});
