import { expect, it } from 'vitest';
import { rateText, secondsText } from './figures-text.ts';
import { periodDays } from './periods.ts';

it('figures are said in words, and nothing measured is a dash', () => {
  expect([null, 0, 20.6, 59.4, 125].map(secondsText)).toEqual(['—', '0 秒', '21 秒', '59 秒', '2 分 5 秒']);
  expect([null, 0, 0.975, 1].map(rateText)).toEqual(['—', '0%', '97.5%', '100%']);
});

it('days are those in China', () => {
  const lateEvening = Date.parse('2027-03-08T16:30:00Z');
  expect(periodDays('today', lateEvening)).toEqual({ from: '2027-03-09', to: '2027-03-09' });
  expect(periodDays('week', lateEvening)).toEqual({ from: '2027-03-03', to: '2027-03-09' });
});
