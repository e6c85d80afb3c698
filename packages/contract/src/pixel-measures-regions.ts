import type { Rgb } from './pixel-measures-colour.ts';
import type { FaceMarks } from './verification.ts';

/** Decoded pixels, rows from the top; 3 (RGB) or 4 (RGBA) bytes each. Fits an ImageData of the browser. */
export type Pixels = {
  data: Uint8Array | Uint8ClampedArray;
  width: number;
  height: number;
  channels: 3 | 4;
};

type Box = { left: number; right: number; top: number; bottom: number };

/** What is measured where; shares of width and height. */
export type Regions = { face: Box; head: Box; background: Box[] };

// Without a face found: the face of a portrait within the usual margins (head 0.5–0.75 of the height, centred,
// top ≥ 0.04) covers these boxes whatever the hair. Background: beside the head and above the shoulders.
const USUAL: Regions = {
  face: { left: 0.36, right: 0.64, top: 0.34, bottom: 0.62 },
  head: { left: 0.28, right: 0.72, top: 0.2, bottom: 0.7 },
  background: [
    { left: 0.02, right: 0.12, top: 0.02, bottom: 0.5 },
    { left: 0.88, right: 0.98, top: 0.02, bottom: 0.5 },
    { left: 0.12, right: 0.22, top: 0.02, bottom: 0.18 },
    { left: 0.78, right: 0.88, top: 0.02, bottom: 0.18 },
  ],
};

// The outermost rim is left out, where a crop may show an edge of the paper.
const RIM = 0.02;

/** Where to measure: by the face found, otherwise where a portrait usually has it. */
export function regionsOf(marks?: FaceMarks): Regions {
  if (!marks) return USUAL;
  const { x, y, width, height } = marks.box;
  const within = (box: Box): Box => ({
    left: Math.max(RIM, box.left),
    right: Math.min(1 - RIM, box.right),
    top: Math.max(RIM, box.top),
    bottom: Math.min(1 - RIM, box.bottom),
  });
  // Hair and ears reach beyond the face by up to a third of its width, and hair above where the crown is reckoned.
  const [left, right] = [x - 0.35 * width, x + 1.35 * width];
  const above = marks.crown - 0.25 * height;
  const shoulders = y + 0.75 * height;
  return {
    face: within({
      left: x + 0.15 * width,
      right: x + 0.85 * width,
      top: y + 0.2 * height,
      bottom: y + 0.85 * height,
    }),
    head: within({ left: x, right: x + width, top: y, bottom: y + height }),
    background: [
      within({ left: 0, right: left, top: 0, bottom: shoulders }),
      within({ left: right, right: 1, top: 0, bottom: shoulders }),
      within({ left: Math.max(left, RIM), right: Math.min(right, 1 - RIM), top: 0, bottom: above }),
    ],
  };
}

/** Brightness of a pixel, 0 to 255 (Rec. 709 weights on the encoded values). */
export const lumaOf = (red: number, green: number, blue: number) =>
  0.2126 * red + 0.7152 * green + 0.0722 * blue;

/** The pixels of some part of a picture, channel by channel: a phone has no time for an object per pixel. */
export type Sample = { count: number; red: Uint8Array; green: Uint8Array; blue: Uint8Array };

export function inside({ data, width, height, channels }: Pixels, boxes: readonly Box[]): Sample {
  const areas = boxes.map((box) => ({
    left: Math.round(box.left * width),
    right: Math.round(box.right * width),
    top: Math.round(box.top * height),
    bottom: Math.round(box.bottom * height),
  }));
  const size = ({ left, right, top, bottom }: Box) => Math.max(right - left, 0) * Math.max(bottom - top, 0);
  const count = areas.reduce((sum, area) => sum + size(area), 0);
  const [red, green, blue] = [new Uint8Array(count), new Uint8Array(count), new Uint8Array(count)];
  let to = 0;
  for (const { left, right, top, bottom } of areas)
    for (let y = top; y < bottom; y++)
      for (let x = left, at = (y * width + left) * channels; x < right; x++, at += channels, to++) {
        red[to] = data[at]!;
        green[to] = data[at + 1]!;
        blue[to] = data[at + 2]!;
      }
  return { count, red, green, blue };
}

/** The middle colour of a sample, by channel. */
export const medianOf = ({ red, green, blue }: Sample): Rgb => [middle(red), middle(green), middle(blue)];

const middle = (values: Uint8Array) => values.toSorted()[values.length >> 1] ?? 0;

/** Shrinks by averaging areas; never enlarges, which would hide a lack of detail. */
export function shrinkTo(picture: Pixels, width: number): Pixels {
  if (picture.width <= width) return picture;
  const { channels } = picture;
  const height = Math.max(1, Math.round((picture.height * width) / picture.width));
  // Across first, then down: two passes of weighted sums, kept unrounded between them.
  const across = new Float32Array(width * picture.height * channels);
  squeeze(picture.data, across, {
    plan: overlaps(picture.width, width),
    lines: picture.height,
    step: [channels, channels],
    stride: [picture.width * channels, width * channels],
    run: channels,
  });
  const down = new Float32Array(width * height * channels);
  const row = width * channels;
  squeeze(across, down, {
    plan: overlaps(picture.height, height),
    lines: 1,
    step: [row, row],
    stride: [0, 0],
    run: row,
  });
  return { data: new Uint8ClampedArray(down), width, height, channels };
}

type Plan = { from: Int32Array; to: Int32Array; weight: Float32Array };
/** `step`: from cell to cell, `stride`: from line to line, each in source and target; `run`: values of a cell. */
type Squeeze = {
  plan: Plan;
  lines: number;
  step: readonly [number, number];
  stride: readonly [number, number];
  run: number;
};

function squeeze(
  source: Pixels['data'] | Float32Array,
  target: Float32Array,
  { plan: { from, to, weight }, lines, step, stride, run }: Squeeze,
): void {
  for (let line = 0; line < lines; line++)
    for (let i = 0; i < from.length; i++) {
      const at = line * stride[0] + from[i]! * step[0];
      const into = line * stride[1] + to[i]! * step[1];
      const by = weight[i]!;
      for (let c = 0; c < run; c++) target[into + c]! += source[at + c]! * by;
    }
}

// Which source cells each target cell covers, and how much of it (weights of a target add up to 1).
function overlaps(source: number, target: number): Plan {
  const step = source / target;
  const [from, to, weight]: [number[], number[], number[]] = [[], [], []];
  for (let cell = 0; cell < target; cell++)
    for (let at = Math.floor(cell * step); at < Math.min(source, (cell + 1) * step); at++) {
      const part = (Math.min(at + 1, (cell + 1) * step) - Math.max(at, cell * step)) / step;
      if (part <= 1e-9) continue;
      from.push(at);
      to.push(cell);
      weight.push(part);
    }
  return { from: Int32Array.from(from), to: Int32Array.from(to), weight: Float32Array.from(weight) };
}
