import { describe, expect, it } from 'vitest';
import { meterOf } from './meter.ts';

describe('the bar of a measure', () => {
  it('is left out without a number', () => {
    expect(meterOf(3, '')).toBeUndefined();
    expect(meterOf(3, '符合')).toBeUndefined();
  });

  it('puts a lower limit in the middle', () => {
    expect(meterOf(60, '≥ 40 分')).toEqual({ at: 0.75, from: 0.5, to: 1 });
    expect(meterOf(500, '≥ 40 分')?.at).toBe(1);
  });

  it('leaves room above an upper limit', () => {
    const meter = meterOf(6, '≤ 4 %');
    expect(meter).toMatchObject({ at: 1, from: 0 });
    expect(meter?.to).toBeCloseTo(2 / 3);
  });

  it('shows a range', () => {
    expect(meterOf(150, '≥ 90 级，≤ 200 级')).toEqual({ at: 0.5, from: 0.3, to: 2 / 3 });
  });

  it('stands a limit of zero', () => {
    expect(meterOf(0, '≤ 0 %')).toEqual({ at: 0, from: 0, to: 0 });
  });
});
