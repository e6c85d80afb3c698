import { beforeAll, describe, expect, it } from 'vitest';
import { CHIP, chipOf } from './chip.ts';
import { distance, openDescriptor, type Describe } from './descriptor.ts';
import { openFaces } from './find.ts';

let describeChip: Describe;

beforeAll(async () => {
  await openFaces(); // brings the backend
  describeChip = openDescriptor();
});

describe('the descriptor', () => {
  it('is the one face-api itself computes', async () => {
    const chip = Float32Array.from({ length: CHIP * CHIP * 3 }, (_, i) => (i * 7919) % 256);
    const found = await describeChip(chip);
    // Of face-api 1.7.15 with all of TensorFlow.js, for these very numbers.
    const published = [-0.0191781, 0.119926, 0.032533, -0.0853967, -0.1100867];
    for (const [i, value] of published.entries()) expect(found[i]).toBeCloseTo(value, 5);
    expect(found).toHaveLength(128);
    expect(distance(found, found)).toBe(0);
  });
});

describe('the chip', () => {
  // A mesh whose five points lie where the layout has them, in a picture turned and scaled around (300, 300).
  const points = {
    263: [0.86, 0.2135],
    362: [0.646, 0.229],
    33: [0.1206, 0.2137],
    133: [0.3341, 0.229],
    2: [0.4901, 0.6278],
  };

  it.each([0, 30, -90])('shows the face upright when the head is turned by %i degrees', (degrees) => {
    const [cos, sin] = [Math.cos((degrees * Math.PI) / 180) * 2, Math.sin((degrees * Math.PI) / 180) * 2];
    const at = (x: number, y: number) => {
      const [dx, dy] = [((0.25 + x) / 1.5) * CHIP - 75, ((0.25 + y) / 1.5) * CHIP - 75];
      return [300 + dx * cos - dy * sin, 300 + dx * sin + dy * cos] as const;
    };
    const mesh = Array.from({ length: 478 }, () => [0, 0]);
    for (const [point, [x, y]] of Object.entries(points)) mesh[Number(point)] = [...at(x!, y!)];
    // A black spot at the left eye's outer corner, white elsewhere.
    const data = new Uint8Array(600 * 600 * 3).fill(255);
    const [sx, sy] = at(0.1206, 0.2137);
    for (let y = -8; y <= 8; y++)
      for (let x = -8; x <= 8; x++)
        data.fill(
          0,
          (Math.round(sy + y) * 600 + Math.round(sx + x)) * 3,
          (Math.round(sy + y) * 600 + Math.round(sx + x)) * 3 + 3,
        );
    const chip = chipOf({ data, width: 600, height: 600, channels: 3 }, mesh);
    const value = (x: number, y: number) =>
      chip[(Math.round(((0.25 + y) / 1.5) * CHIP) * CHIP + Math.round(((0.25 + x) / 1.5) * CHIP)) * 3]!;
    expect(value(0.1206, 0.2137)).toBeLessThan(20);
    expect(value(0.86, 0.2135)).toBeGreaterThan(250);
    expect(value(0.49, 0.63)).toBeGreaterThan(250);
  });
});
