import { describe, expect, it } from 'vitest';
import {
  formatClock,
  formatLeft,
  formatLongMoment,
  formatMoment,
  formatMonth,
  formatSpan,
  formatWeekday,
} from './dates.ts';

describe('dates are written one way, in the time of China', () => {
  it('turns a UTC moment into the day and hour in China', () => {
    expect(formatMoment('2027-03-08T10:00:00Z')).toBe('3月8日 18:00');
    expect(formatMoment('2027-02-28T16:05:00Z')).toBe('3月1日 0:05');
    expect(formatLongMoment('2026-12-31T16:00:00Z')).toBe('2027年1月1日 0:00');
  });

  it('names the weekday of the day in China', () => {
    expect(formatWeekday('2027-04-16T17:00:00Z')).toBe('4月17日 周六');
  });

  it('writes a span once per day', () => {
    expect(formatSpan('2027-03-01T01:00:00Z', '2027-03-07T04:00:00Z')).toBe('3月1日 9:00 – 3月7日 12:00');
    expect(formatSpan('2027-04-17T01:00:00Z', '2027-04-17T03:30:00Z')).toBe('4月17日 9:00 – 11:30');
  });

  it('writes sessions and saving times', () => {
    expect(formatMonth(2027, 4)).toBe('2027 年 4 月');
    expect(formatClock('2027-03-01T01:02:03Z')).toBe('09:02:03');
  });

  it('says how long is left without false precision', () => {
    expect(formatLeft(-1)).toBe('0 分钟');
    expect(formatLeft(59_000)).toBe('不到 1 分钟');
    expect(formatLeft(5 * 60_000)).toBe('5 分钟');
    expect(formatLeft((3 * 60 + 20) * 60_000)).toBe('3 小时 20 分钟');
    expect(formatLeft((54 * 60 + 59) * 60_000)).toBe('2 天 6 小时');
    expect(formatLeft(48 * 3_600_000)).toBe('2 天');
  });
});
