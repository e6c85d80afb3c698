import type { Rgb } from './pixel-measures-colour.ts';
import type { Pixels } from './pixel-measures-regions.ts';

// Steps above this are edges of things, not of blocks.
const EDGE = 24;

/**
 * How much stronger neighbouring pixels differ across the edges of the 8 × 8 blocks of JPEG than elsewhere; 1: not at
 * all. Wherever the grid begins: a crop moves it. Meaningless once a picture was resized.
 */
export function blockiness(picture: Pixels): number {
  const { data, width, height, channels } = picture;
  const luma = new Float32Array(width * height);
  for (let i = 0, at = 0; i < luma.length; i++, at += channels)
    luma[i] = 0.2126 * data[at]! + 0.7152 * data[at + 1]! + 0.0722 * data[at + 2]!;
  return (grid(luma, width, height, 1, width) + grid(luma, height, width, width, 1)) / 2;
}

// Mean step between neighbours along one direction, by position modulo 8: the largest against the others' mean.
function grid(luma: Float32Array, along: number, across: number, step: number, stride: number): number {
  const sums = new Float64Array(8);
  const counts = new Uint32Array(8);
  for (let line = 0; line < across; line++)
    for (let i = 0, at = line * stride; i < along - 1; i++, at += step) {
      const difference = Math.abs(luma[at]! - luma[at + step]!);
      if (difference > EDGE) continue;
      sums[i & 7]! += difference;
      counts[i & 7]!++;
    }
  const means = Array.from(sums, (sum, phase) => sum / Math.max(counts[phase]!, 1));
  const most = Math.max(...means);
  const others = (means.reduce((sum, value) => sum + value, 0) - most) / 7;
  // Half a level is what rounding makes of nothing.
  return (most + 0.5) / (others + 0.5);
}

// Farther than this from the background (RGB), a pixel at the rim is something else.
const STRANGE = 60;

/**
 * Width of a frame around the picture as a share of its width: lines along the left, right or upper edge that are
 * nearly all of one colour, and not of the background's. The lower edge is clothing.
 */
export function borderWidth(picture: Pixels, background: Rgb): number {
  const { width, height } = picture;
  const sides = Math.round(height * 0.5);
  const across = (y: number) => strange(picture, background, width, (i) => y * width + i);
  const down = (x: number) => strange(picture, background, sides, (i) => i * width + x);
  const most = Math.floor(Math.min(width, height) / 5);
  const depth = (line: (at: number) => boolean) => {
    let at = 0;
    while (at < most && line(at)) at++;
    return at < most ? at : 0; // as deep as that it is no frame but the wall, a shelf or a dark picture
  };
  return (
    Math.max(
      depth(across),
      depth(down),
      depth((i) => down(width - 1 - i)),
    ) / width
  );
}

function strange(
  { data, channels }: Pixels,
  background: Rgb,
  length: number,
  index: (i: number) => number,
): boolean {
  const sum = [0, 0, 0];
  for (let i = 0; i < length; i++)
    for (let c = 0; c < 3; c++) sum[c]! += data[index(i) * channels + c]! / length;
  const far = (from: readonly number[], at: number, limit: number) =>
    Math.hypot(data[at]! - from[0]!, data[at + 1]! - from[1]!, data[at + 2]! - from[2]!) > limit;
  if (Math.hypot(sum[0]! - background[0], sum[1]! - background[1], sum[2]! - background[2]) <= STRANGE)
    return false;
  let odd = 0;
  for (let i = 0; i < length; i++) if (far(sum, index(i) * channels, STRANGE / 2)) odd++;
  return odd <= length * 0.05;
}
