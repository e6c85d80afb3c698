import { describe, expect, it } from 'vitest';
import { MOST, move, rotate, transformOf, WHOLE, zoom } from './picture-view.ts';

describe('looking at a picture', () => {
  it('never shows it smaller than its frame, nor larger than of use', () => {
    expect(zoom(WHOLE, 0.5)).toEqual(WHOLE);
    expect(zoom(WHOLE, 100).zoom).toBe(MOST);
  });

  it('does not move what is seen whole', () => {
    expect(move(WHOLE, 0.4, -0.4)).toEqual(WHOLE);
  });

  it('moves a near one no further than its edge', () => {
    expect(move(zoom(WHOLE, 3), 5, -5)).toMatchObject({ x: 1, y: -1 });
  });

  it('comes back to the middle when it is whole again', () => {
    expect(zoom(move(zoom(WHOLE, 4), 1, 1), 0.01)).toEqual(WHOLE);
  });

  it('is upright again after four turns', () => {
    expect([1, 2, 3, 4].reduce(rotate, WHOLE)).toEqual(WHOLE);
  });

  it('fits a turned one into the frame', () => {
    expect(transformOf(rotate(WHOLE), 2)).toBe('translate(0%, 0%) rotate(90deg) scale(0.5)');
    expect(transformOf(rotate(WHOLE), 0.75)).toMatch('scale(0.75)');
    expect(transformOf(rotate(rotate(WHOLE)), 2)).toMatch('scale(1)');
  });
});
