import { describe, expect, it } from 'vitest';
import { distanceBands } from './distance.ts';

describe('the bands of the face distance', () => {
  it('are unknown without a limit', () => {
    expect(distanceBands({ value: 0.4, limit: '' })).toBeUndefined();
  });

  it('are three, one after the other, up to the end of the bar', () => {
    const { bands, at } = distanceBands({ value: 0.28, limit: '≤ 0.56', advised: '≤ 0.48' })!;
    expect(bands.map(({ verdict }) => verdict)).toEqual(['pass', 'warn', 'fail']);
    expect(bands[0]!.from).toBe(0);
    expect(bands[0]!.to).toBe(bands[1]!.from);
    expect(bands[1]!.to).toBe(bands[2]!.from);
    expect(bands[2]!.to).toBe(1);
    expect(at).toBeCloseTo(bands[1]!.to / 2);
  });

  it('are two where nothing is left to the officer', () => {
    const { bands } = distanceBands({ value: 0.3, limit: '≤ 0.56' })!;
    expect(bands.map(({ verdict }) => verdict)).toEqual(['pass', 'fail']);
  });

  it('keep the furthest face on the bar', () => {
    const { at } = distanceBands({ value: 1.4, limit: '≤ 0.56', advised: '≤ 0.48' })!;
    expect(at).toBeLessThan(1);
  });
});
