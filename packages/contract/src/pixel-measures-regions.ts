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
  // Hair and ears reach beyond the face by up to a third of its width.
  const [left, right] = [x - 0.35 * width, x + 1.35 * width];
  const above = marks.crown - 0.05 * height;
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
export const lumaOf = ([red, green, blue]: Rgb) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

/** The pixels of a region. */
export function inside({ data, width, height, channels }: Pixels, box: Box): Rgb[] {
  const found: Rgb[] = [];
  for (let y = Math.round(box.top * height); y < Math.round(box.bottom * height); y++)
    for (let x = Math.round(box.left * width); x < Math.round(box.right * width); x++) {
      const at = (y * width + x) * channels;
      found.push([data[at]!, data[at + 1]!, data[at + 2]!]);
    }
  return found;
}

/** The pixels of the background, and their median per channel; too few to tell: none. */
export function backgroundOf(picture: Pixels, boxes: Box[]): { pixels: Rgb[]; median: Rgb } {
  const pixels = boxes.flatMap((box) => inside(picture, box));
  const middle = (index: 0 | 1 | 2) =>
    Uint8Array.from(pixels, (pixel) => pixel[index]).toSorted()[pixels.length >> 1] ?? 0;
  return { pixels, median: [middle(0), middle(1), middle(2)] };
}

/** Shrinks by averaging areas; never enlarges, which would hide a lack of detail. */
export function shrinkTo(picture: Pixels, width: number): Pixels {
  if (picture.width <= width) return picture;
  const height = Math.max(1, Math.round((picture.height * width) / picture.width));
  const { channels } = picture;
  // Across first, then down: two passes of weighted sums, kept unrounded between them.
  const across = squeeze(
    picture.data,
    picture.height,
    picture.width,
    width,
    channels,
    picture.width * channels,
  );
  const turned = new Float32Array(width * height * channels);
  const row = width * channels;
  for (const { to, from, weight } of overlaps(picture.height, height))
    for (let i = 0; i < row; i++) turned[to * row + i]! += across[from * row + i]! * weight;
  return { data: Uint8ClampedArray.from(turned, Math.round), width, height, channels };
}

function squeeze(
  data: Pixels['data'],
  rows: number,
  wide: number,
  width: number,
  channels: number,
  stride: number,
): Float32Array {
  const out = new Float32Array(rows * width * channels);
  const plan = overlaps(wide, width);
  for (let y = 0; y < rows; y++)
    for (const { to, from, weight } of plan)
      for (let c = 0; c < channels; c++)
        out[(y * width + to) * channels + c]! += data[y * stride + from * channels + c]! * weight;
  return out;
}

// Which source cells each target cell covers, and how much of it (weights of a target add up to 1).
function overlaps(source: number, target: number): { to: number; from: number; weight: number }[] {
  const step = source / target;
  const found = [];
  for (let to = 0; to < target; to++)
    for (let from = Math.floor(to * step); from < Math.min(source, (to + 1) * step); from++) {
      const weight = (Math.min(from + 1, (to + 1) * step) - Math.max(from, to * step)) / step;
      if (weight > 1e-9) found.push({ to, from, weight });
    }
  return found;
}
