type Point = [number, number];

/** Centre, size along and across the text, and the direction of the text in radians, clockwise from the right. */
export type Rectangle = { x: number; y: number; width: number; height: number; angle: number };

/** The rectangle of least area around cells; turned by less than 45 degrees. */
export function smallestRectangle(cells: Point[]): Rectangle {
  const corners = hull(cells);
  let best: Rectangle | undefined;
  for (const [i, [x, y]] of corners.entries()) {
    const [nx, ny] = corners[(i + 1) % corners.length]!;
    const box = along(corners, Math.atan2(ny - y, nx - x));
    if (!best || box.width * box.height < best.width * best.height) best = box;
  }
  return upright(best!);
}

function along(points: Point[], angle: number): Rectangle {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const us = points.map(([x, y]) => x * cos + y * sin);
  const vs = points.map(([x, y]) => y * cos - x * sin);
  const [left, right, top, bottom] = [Math.min(...us), Math.max(...us), Math.min(...vs), Math.max(...vs)];
  const [u, v] = [(left + right) / 2, (top + bottom) / 2];
  // A cell is a square of side 1 around its number: half of one is added on every side, and the centre is shifted.
  return {
    x: u * cos - v * sin + 0.5,
    y: u * sin + v * cos + 0.5,
    width: right - left + 1,
    height: bottom - top + 1,
    angle,
  };
}

function upright({ angle, width, height, ...centre }: Rectangle): Rectangle {
  const quarters = Math.round(angle / (Math.PI / 2));
  const swapped = quarters % 2 !== 0;
  return {
    ...centre,
    width: swapped ? height : width,
    height: swapped ? width : height,
    angle: angle - quarters * (Math.PI / 2),
  };
}

/** Andrew's monotone chain. */
function hull(cells: Point[]): Point[] {
  const sorted = cells.toSorted((one, other) => one[0] - other[0] || one[1] - other[1]);
  const half = (points: Point[]) => {
    const chain: Point[] = [];
    for (const point of points) {
      while (chain.length > 1 && turn(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  const around = [...half(sorted), ...half(sorted.toReversed())];
  return around.length > 0 ? around : sorted.slice(0, 1);
}

const turn = (a: Point, b: Point, c: Point) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
