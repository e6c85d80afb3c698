import { describe, expect, it } from 'vitest';
import { briefly, rangeOf } from './range.ts';

describe('a limit', () => {
  it('names no number where there is none', () => {
    expect(rangeOf(undefined)).toBeUndefined();
    expect(rangeOf('')).toBeUndefined();
    expect(rangeOf('一致')).toBeUndefined();
  });

  it('has one end or two', () => {
    expect(rangeOf('≥ 0 天')).toEqual({ low: 0 });
    expect(rangeOf('≤ 0.56 ')).toEqual({ high: 0.56 });
    expect(rangeOf('≥ -3 级，≤ 4.5 级')).toEqual({ low: -3, high: 4.5 });
  });

  it('is written shorter where it has two', () => {
    expect(briefly('≥ 200 像素，≤ 300 像素')).toBe('200–300 像素');
    expect(briefly('≥ 1 张，≤ 1 张')).toBe('1 张');
    expect(briefly('≥ 12 %')).toBe('≥ 12 %');
    expect(briefly('一致')).toBe('一致');
  });
});
