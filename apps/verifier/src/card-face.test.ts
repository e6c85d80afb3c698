import { expect, it } from 'vitest';
import { turnedBack } from './card-face.ts';

it('tells where the face of a turned card is in the picture as it was filed', () => {
  const upright = { x: 0.7, y: 0.2, width: 0.2, height: 0.4 };
  const near = (box: object) =>
    Object.fromEntries(
      Object.entries(box).map(([side, value]) => [side, expect.closeTo(value as number, 9)]),
    );
  expect(turnedBack(upright, 0)).toEqual(upright);
  // What has to be turned clockwise lies turned the other way: its top is at the left, its right side above.
  expect(turnedBack(upright, 90)).toEqual(near({ x: 0.2, y: 0.1, width: 0.4, height: 0.2 }));
  expect(turnedBack(upright, 180)).toEqual(near({ x: 0.1, y: 0.4, width: 0.2, height: 0.4 }));
  expect(turnedBack(upright, 270)).toEqual(near({ x: 0.4, y: 0.7, width: 0.4, height: 0.2 }));
});
