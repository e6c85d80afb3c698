import { describe, expect, it } from 'vitest';
import { ageText, clockText, whenText } from './ages.ts';

const now = Date.parse('2027-03-08T02:00:00Z');

describe('the age of a case', () => {
  it.each([
    ['2027-03-08T02:00:30Z', '不到 1 分钟'],
    ['2027-03-08T01:59:01Z', '不到 1 分钟'],
    ['2027-03-08T01:59:00Z', '1 分钟'],
    ['2027-03-08T01:00:01Z', '59 分钟'],
    ['2027-03-08T01:00:00Z', '1 小时'],
    ['2027-03-07T02:00:01Z', '23 小时'],
    ['2027-03-07T02:00:00Z', '1 天'],
    ['2027-02-01T02:00:00Z', '35 天'],
  ])('since %s is %s', (since, text) => expect(ageText(since, now)).toBe(text));
});

describe('the moment of a case', () => {
  it.each([
    ['2027-03-08T01:30:00Z', '9:30'],
    ['2027-03-07T16:00:00Z', '0:00'],
    ['2027-03-07T15:59:00Z', '3月7日'],
    ['2026-03-08T01:30:00Z', '3月8日'],
  ])('%s is shown as %s', (at, text) => expect(whenText(at, now)).toBe(text));
});

it('counts a lease down in minutes and seconds', () => {
  expect([300, 271, 60, 9, 0].map(clockText)).toEqual(['5:00', '4:31', '1:00', '0:09', '0:00']);
});
