import { describe, expect, it } from 'vitest';
import { type FoundFace, measureFaces } from './face-measures.ts';

type At = { x: number; y: number };

// Points of a face's mesh that are measured, by their numbers; the rest lie in its middle.
const OUTLINE = [10, 454, 152, 234]; // top, right, bottom, left
const LEFT_EYE = { outer: 33, inner: 133, upper: [160, 158], lower: [144, 153] };
const RIGHT_EYE = { outer: 263, inner: 362, upper: [387, 385], lower: [373, 380] };

/** A face in pixels: cheek to cheek 200, hairline to chin 260, eyes 90 apart, each 40 wide and open by a third. */
function face({
  centre = { x: 240, y: 320 },
  size = 1,
  turn = 0,
  open = 0.3,
  lips = 2,
  scores = [0.9, 0.95] as [number, number],
  yaw = 0,
  pitch = 0,
} = {}): FoundFace {
  const angle = (turn * Math.PI) / 180;
  const at = ({ x, y }: At) => [
    centre.x + size * (x * Math.cos(angle) - y * Math.sin(angle)),
    centre.y + size * (x * Math.sin(angle) + y * Math.cos(angle)),
    0,
  ];
  const mesh = Array.from({ length: 478 }, () => at({ x: 0, y: 0 }));
  const corners: At[] = [
    { x: 0, y: -130 },
    { x: 100, y: 0 },
    { x: 0, y: 130 },
    { x: -100, y: 0 },
  ];
  corners.forEach((corner, index) => (mesh[OUTLINE[index]!] = at(corner)));
  for (const [eye, x, out] of [
    [LEFT_EYE, -45, -20],
    [RIGHT_EYE, 45, 20],
  ] as const) {
    mesh[eye.outer] = at({ x: x + out, y: -30 });
    mesh[eye.inner] = at({ x: x - out, y: -30 });
    for (const point of eye.upper) mesh[point] = at({ x, y: -30 - open * 20 });
    for (const point of eye.lower) mesh[point] = at({ x, y: -30 + open * 20 });
  }
  mesh[13] = at({ x: 0, y: 70 });
  mesh[14] = at({ x: 0, y: 70 + lips });
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  return {
    mesh,
    boxScore: scores[0],
    faceScore: scores[1],
    rotation: { angle: { roll: 0, yaw: radians(yaw), pitch: radians(pitch) } },
  };
}

const measured = (...faces: FoundFace[]) => measureFaces(faces, 480, 640);

describe('how many faces there are', () => {
  it('tells nothing else of none and of two', () => {
    expect(measured()).toEqual({ values: { singleFacePresent: 0 } });
    const two = measured(face(), face({ centre: { x: 100, y: 200 }, size: 0.4 }));
    expect(two).toEqual({ values: { singleFacePresent: 2 } });
  });

  it('leaves ghosts out: unsure ones, and those far smaller than the largest', () => {
    for (const ghost of [
      face({ scores: [0.36, 0.51], centre: { x: 90, y: 90 } }),
      face({ scores: [0.9, 0.4] }),
      face({ size: 0.24, centre: { x: 40, y: 40 } }),
    ])
      expect(measured(ghost, face()).values.singleFacePresent).toBe(1);
    expect(measured(face({ scores: [0.49, 1] })).values.singleFacePresent).toBe(0);
    expect(measured(face({ size: 0.26, centre: { x: 40, y: 40 } }), face()).values.singleFacePresent).toBe(2);
  });
});

describe('the geometry of one face', () => {
  it('is told in the units of the measures', () => {
    const { values, face: marks } = measured(face());
    const crown = 320 - 130 - 0.32 * 260;
    expect(values).toEqual({
      singleFacePresent: 1,
      headSize: expect.closeTo((450 - crown) / 640, 6),
      faceWidth: expect.closeTo(200 / 480, 6),
      horizontalPosition: expect.closeTo(0, 6),
      marginAbove: expect.closeTo(crown / 640, 6),
      marginLeft: expect.closeTo(140 / 480, 6),
      marginRight: expect.closeTo(140 / 480, 6),
      hairline: expect.closeTo(crown, 6),
      eyeLine: expect.closeTo(290, 6),
      headPoseRoll: expect.closeTo(0, 6),
      headPoseYaw: 0,
      headPosePitch: 0,
      eyesOpen: expect.closeTo(0.3, 6),
      mouthClosed: expect.closeTo(2 / 260, 6),
    });
    expect(marks!.box).toEqual({
      x: expect.closeTo(140 / 480, 6),
      y: expect.closeTo(190 / 640, 6),
      width: expect.closeTo(200 / 480, 6),
      height: expect.closeTo(260 / 640, 6),
    });
    expect(marks!.eyes.map(({ x }) => Math.round(x * 480))).toEqual([195, 285]);
    expect(marks!.chin).toBeCloseTo(450 / 640, 6);
  });

  it('does not depend on the size of the picture', () => {
    const large = measureFaces([face({ centre: { x: 720, y: 960 }, size: 3 })], 1440, 1920);
    const small = measured(face());
    for (const [id, value] of Object.entries(small.values))
      expect(large.values[id as 'headSize']).toBeCloseTo(value, 6);
  });

  it('counts a deviation to either side', () => {
    for (const side of [-1, 1]) {
      expect(measured(face({ turn: side * 12 })).values.headPoseRoll).toBeCloseTo(12, 3);
      expect(measured(face({ yaw: side * 20 })).values.headPoseYaw).toBeCloseTo(20, 6);
      expect(measured(face({ pitch: side * 18 })).values.headPosePitch).toBeCloseTo(18, 6);
      const aside = measured(face({ centre: { x: 240 + side * 48, y: 320 } }));
      expect(aside.values.horizontalPosition).toBeCloseTo(0.1, 6);
    }
    expect(measured(face({ centre: { x: 192, y: 320 } })).values.marginLeft).toBeCloseTo(92 / 480, 6);
  });

  it('sees closed eyes and an open mouth', () => {
    expect(measured(face({ open: 0.1 })).values.eyesOpen).toBeCloseTo(0.1, 6);
    expect(measured(face({ lips: 26 })).values.mouthClosed).toBeCloseTo(0.1, 6);
  });
});
