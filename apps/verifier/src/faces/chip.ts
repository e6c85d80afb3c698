import type { FoundFace } from '@zikao/contract/face-measures';
import type { Raster } from '#src/decode';
import { sample } from '#src/sampling';

export const CHIP = 150;

// The network was trained on faces laid out like this (dlib's five points, a quarter of padding): outer and inner
// corners of the eyes and the base of the nose, and their numbers in the mesh.
const PADDING = 0.25;
const LAYOUT = [
  [263, 0.8595674595992, 0.2134981538014],
  [362, 0.6460604764104, 0.2289674387677],
  [33, 0.1205750620789, 0.2137274526848],
  [133, 0.3340850613712, 0.2290642403242],
  [2, 0.4901123135679, 0.6277975316475],
] as const;

type Point = readonly [number, number];

/** The face alone, upright, 150 × 150, RGB: what its descriptor is made from. */
export function chipOf(picture: Raster, mesh: FoundFace['mesh']): Float32Array {
  const place = similarity(
    LAYOUT.map(([, x, y]) => [across(x), across(y)]),
    LAYOUT.map(([point]) => [mesh[point]![0]!, mesh[point]![1]!]),
  );
  // Several samples for each dot when the face is shrunk, else single pixels of it would stand for many.
  const samples = Math.min(4, Math.ceil(place.scale > 1.5 ? place.scale : 1));
  const chip = new Float32Array(CHIP * CHIP * 3);
  for (let y = 0; y < CHIP; y++)
    for (let x = 0; x < CHIP; x++)
      for (let part = 0; part < samples * samples; part++) {
        const dx = ((part % samples) + 0.5) / samples;
        const dy = (Math.floor(part / samples) + 0.5) / samples;
        const [u, v] = place.of([x + dx, y + dy]);
        sample(picture, u, v, chip, (y * CHIP + x) * 3, 1 / (samples * samples));
      }
  return chip;
}

const across = (share: number) => ((PADDING + share) / (2 * PADDING + 1)) * CHIP;

/** The turn, scale and shift that take `from` nearest to `to` (least squares). */
function similarity(from: Point[], to: Point[]) {
  const [f, t] = [centre(from), centre(to)];
  let [a, b, size] = [0, 0, 0];
  for (const [i, [x, y]] of from.entries()) {
    const [dx, dy, ex, ey] = [x - f[0], y - f[1], to[i]![0] - t[0], to[i]![1] - t[1]];
    a += dx * ex + dy * ey;
    b += dx * ey - dy * ex;
    size += dx * dx + dy * dy;
  }
  a /= size;
  b /= size;
  const of = ([x, y]: Point): Point => [
    t[0] + a * (x - f[0]) - b * (y - f[1]),
    t[1] + b * (x - f[0]) + a * (y - f[1]),
  ];
  return { of, scale: Math.hypot(a, b) };
}

const centre = (points: Point[]): Point => [
  points.reduce((sum, [x]) => sum + x, 0) / points.length,
  points.reduce((sum, [, y]) => sum + y, 0) / points.length,
];
