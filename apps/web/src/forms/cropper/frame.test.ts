import { describe, expect, it } from 'vitest';
import { dragCorner, middleFrame, moveFrame, smallestFrame } from './frame.ts';

const stage = { width: 800, height: 600 };
const frame = { left: 200, top: 150, width: 400, height: 300 };

describe('the frame as a whole', () => {
  it('does not leave the stage', () => {
    expect(moveFrame(frame, { x: -999, y: 999 }, stage)).toEqual({ ...frame, left: 0, top: 300 });
  });

  it('stands in the middle at first', () => {
    expect(middleFrame({ width: 400, height: 600 }, stage, 4 / 3)).toEqual(frame);
  });
});

describe('a free corner', () => {
  it('moves alone, the opposite one stays', () => {
    const next = dragCorner(frame, 'nw', { x: -50, y: 20 }, stage);
    expect(next).toEqual({ left: 150, top: 170, width: 450, height: 280 });
    const other = dragCorner(frame, 'se', { x: 30, y: -40 }, stage);
    expect(other).toEqual({ left: 200, top: 150, width: 430, height: 260 });
  });

  it('stops at the edge of the stage', () => {
    const next = dragCorner(frame, 'ne', { x: 5000, y: -5000 }, stage);
    expect(next).toEqual({ left: 200, top: 0, width: 600, height: 450 });
  });

  it('does not cross the opposite corner', () => {
    const next = dragCorner(frame, 'sw', { x: 5000, y: -5000 }, stage);
    expect(next).toMatchObject({ width: smallestFrame, height: smallestFrame });
    expect(next.left + next.width).toBe(600);
    expect(next.top).toBe(150);
  });
});

describe('a corner of a fixed shape', () => {
  const portrait = { left: 250, top: 100, width: 300, height: 400 };

  it('keeps the shape in every direction', () => {
    for (const by of [
      { x: 30, y: 0 },
      { x: 0, y: 40 },
      { x: -60, y: 10 },
      { x: 900, y: 900 },
      { x: -900, y: -900 },
    ]) {
      const next = dragCorner(portrait, 'se', by, stage, 3 / 4);
      expect(next.width / next.height).toBeCloseTo(3 / 4);
      expect(next.top + next.height).toBeLessThanOrEqual(stage.height);
    }
  });

  it('grows and shrinks by one key as well', () => {
    expect(dragCorner(portrait, 'se', { x: 0, y: 40 }, stage, 3 / 4).height).toBeCloseTo(440);
    expect(dragCorner(portrait, 'se', { x: 0, y: -40 }, stage, 3 / 4).height).toBeCloseTo(360);
    expect(dragCorner(portrait, 'nw', { x: 30, y: 0 }, stage, 3 / 4).width).toBeCloseTo(270);
  });
});
