import { describe, expect, it } from 'vitest';
import type { FaceMarks } from '@zikao/contract/verification';
import { frameAround, middleOf } from './framing.ts';

const min = { width: 480, height: 640 };

/** A face of `wide` pixels across in the middle of `at`, as high as faces are. */
function face(
  at: { x: number; y: number },
  wide: number,
  picture: { width: number; height: number },
): FaceMarks {
  const high = wide * 1.15;
  const top = (at.y - high / 2) / picture.height;
  const eye = (side: number) => ({
    x: (at.x + side * wide * 0.22) / picture.width,
    y: (at.y - high * 0.12) / picture.height,
  });
  return {
    box: {
      x: (at.x - wide / 2) / picture.width,
      y: top,
      width: wide / picture.width,
      height: high / picture.height,
    },
    eyes: [eye(-1), eye(1)],
    crown: top - (0.32 * high) / picture.height,
    chin: top + high / picture.height,
  };
}

describe('the frame around a face', () => {
  const picture = { width: 4000, height: 3000 };

  it('has the shape of the standard, the face in its middle and the eyes where they belong', () => {
    const marks = face({ x: 1500, y: 1300 }, 500, picture);
    const frame = frameAround(marks, picture, 3 / 4, min);
    expect(frame.width / frame.height).toBeCloseTo(3 / 4);
    expect(frame.centre.x).toBeCloseTo(1500);
    expect(500 / frame.width).toBeGreaterThan(0.38);
    expect(500 / frame.width).toBeLessThan(0.45);
    const eyes = marks.eyes[0].y * picture.height - (frame.centre.y - frame.height / 2);
    expect(eyes / frame.height).toBeCloseTo(0.39);
  });

  it('stays inside the picture', () => {
    for (const at of [
      { x: 100, y: 100 },
      { x: 3950, y: 2900 },
    ]) {
      const { centre, width, height } = frameAround(face(at, 900, picture), picture, 3 / 4, min);
      expect(centre.x - width / 2).toBeGreaterThanOrEqual(-0.001);
      expect(centre.x + width / 2).toBeLessThanOrEqual(4000.001);
      expect(centre.y - height / 2).toBeGreaterThanOrEqual(-0.001);
      expect(centre.y + height / 2).toBeLessThanOrEqual(3000.001);
    }
  });

  it('is not smaller than what the standard asks for, nor larger than the picture', () => {
    expect(frameAround(face({ x: 900, y: 900 }, 60, picture), picture, 3 / 4, min).width).toBe(480);
    const small = { width: 300, height: 400 };
    expect(frameAround(face({ x: 150, y: 200 }, 200, small), small, 3 / 4, min)).toMatchObject(small);
  });
});

it('the camera shows the middle of what it sees, in the shape of the standard', () => {
  expect(middleOf({ width: 1280, height: 720 }, 3 / 4)).toEqual({
    left: 370,
    top: 0,
    width: 540,
    height: 720,
  });
  expect(middleOf({ width: 720, height: 1280 }, 3 / 4)).toEqual({
    left: 0,
    top: 160,
    width: 720,
    height: 960,
  });
});
