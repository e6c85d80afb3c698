type Point = readonly [number, number];
type Raw = { data: Buffer; width: number; height: number };

/**
 * Lays RGBA pixels into a four-cornered area (top left, top right, bottom right, bottom left) of an empty frame,
 * as a camera that looks at a plane from the side sees them.
 */
export function project(
  source: Raw,
  corners: readonly [Point, Point, Point, Point],
  frame: { width: number; height: number },
): Buffer {
  const back = invert(squareTo(corners));
  const out = Buffer.alloc(frame.width * frame.height * 4);
  const [top, bottom] = [Math.min(...corners.map((c) => c[1])), Math.max(...corners.map((c) => c[1]))];
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(frame.height, bottom); y++)
    for (let x = 0; x < frame.width; x++) {
      const w = back[6]! * x + back[7]! * y + back[8]!;
      const u = ((back[0]! * x + back[1]! * y + back[2]!) / w) * source.width - 0.5;
      const v = ((back[3]! * x + back[4]! * y + back[5]!) / w) * source.height - 0.5;
      if (u > -1 && v > -1 && u < source.width && v < source.height)
        blend(source, u, v, out, (y * frame.width + x) * 4);
    }
  return out;
}

// Between four dots, with colours weighted by their opacity; outside the source nothing is opaque. Plain numbers: it runs
// a million times for a card.
function blend({ data, width, height }: Raw, u: number, v: number, out: Buffer, to: number) {
  const [x, y] = [Math.floor(u), Math.floor(v)];
  let [red, green, blue, opaque] = [0, 0, 0, 0];
  for (let corner = 0; corner < 4; corner++) {
    const [dx, dy] = [corner & 1, corner >> 1];
    const [px, py] = [x + dx, y + dy];
    if (px < 0 || py < 0 || px >= width || py >= height) continue;
    const at = (py * width + px) * 4;
    const alpha = data[at + 3]! * ((dx ? u - x : 1 - u + x) * (dy ? v - y : 1 - v + y));
    red += data[at]! * alpha;
    green += data[at + 1]! * alpha;
    blue += data[at + 2]! * alpha;
    opaque += alpha;
  }
  if (opaque === 0) return;
  out[to] = red / opaque;
  out[to + 1] = green / opaque;
  out[to + 2] = blue / opaque;
  out[to + 3] = opaque;
}

// The projective map of the unit square onto four corners (Heckbert 1989, section 2.2.3), row by row.
function squareTo([a, b, c, d]: readonly [Point, Point, Point, Point]): number[] {
  const [sx, sy] = [a[0] - b[0] + c[0] - d[0], a[1] - b[1] + c[1] - d[1]];
  const [bx, by, dx, dy] = [b[0] - c[0], b[1] - c[1], d[0] - c[0], d[1] - c[1]];
  const det = bx * dy - dx * by;
  const g = (sx * dy - dx * sy) / det;
  const h = (bx * sy - sx * by) / det;
  return [
    b[0] - a[0] + g * b[0],
    d[0] - a[0] + h * d[0],
    a[0],
    b[1] - a[1] + g * b[1],
    d[1] - a[1] + h * d[1],
    a[1],
    g,
    h,
    1,
  ];
}

// Up to a factor, which a projective map does not notice.
function invert(m: number[]): number[] {
  const [a, b, c, d, e, f, g, h, i] = m as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ];
}
