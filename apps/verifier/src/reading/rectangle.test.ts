import { describe, expect, it } from 'vitest';
import { componentsOf } from './components.ts';
import { smallestRectangle } from './rectangle.ts';

const WIDTH = 60;
const HEIGHT = 40;

function map(inside: (x: number, y: number) => boolean): Float32Array {
  return Float32Array.from({ length: WIDTH * HEIGHT }, (_, i) =>
    inside(i % WIDTH, Math.floor(i / WIDTH)) ? 0.9 : 0.1,
  );
}

function bar(angle: number, width = 40, height = 8) {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return map((x, y) => {
    const [dx, dy] = [x + 0.5 - 30, y + 0.5 - 20];
    return Math.abs(dx * cos + dy * sin) <= width / 2 && Math.abs(dy * cos - dx * sin) <= height / 2;
  });
}

describe('a bar of bright cells', () => {
  it.each([0, 4, -7, 20, -20])('turned by %i degrees is found with place, size and direction', (degrees) => {
    const [only, ...more] = componentsOf(bar((degrees * Math.PI) / 180), WIDTH, HEIGHT, 0.3);
    expect(more).toEqual([]);
    const box = smallestRectangle(only!.points);
    expect(Math.abs(box.x - 30)).toBeLessThan(1);
    expect(Math.abs(box.y - 20)).toBeLessThan(1);
    expect(Math.abs(box.width - 40)).toBeLessThan(2.5);
    expect(Math.abs(box.height - 8)).toBeLessThan(2.5);
    expect(Math.abs((box.angle * 180) / Math.PI - degrees)).toBeLessThan(3);
  });

  it('that stands is as high as it is, not lying', () => {
    const box = smallestRectangle(componentsOf(bar(Math.PI / 2, 30, 6), WIDTH, HEIGHT, 0.3)[0]!.points);
    expect(box.height).toBeGreaterThan(box.width * 3);
    expect(Math.abs(box.angle)).toBeLessThan(0.1);
  });
});

describe('cells', () => {
  it('that touch at a corner belong together, others do not', () => {
    const cells = map((x, y) => (x === 3 && y === 3) || (x === 4 && y === 4) || (x === 10 && y === 3));
    const found = componentsOf(cells, WIDTH, HEIGHT, 0.3);
    expect(found.map(({ points }) => points.length)).toEqual([2, 1]);
    expect(found[0]!.mean).toBeCloseTo(0.9, 5);
  });

  it('one alone is a rectangle of one cell', () => {
    expect(smallestRectangle([[5, 7]])).toMatchObject({ x: 5.5, y: 7.5, width: 1, height: 1 });
  });
});
