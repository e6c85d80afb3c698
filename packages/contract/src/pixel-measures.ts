import { labOf, type Rgb } from './pixel-measures-colour.ts';
import { blockiness, borderWidth } from './pixel-measures-faults.ts';
import {
  inside,
  lumaOf,
  medianOf,
  type Pixels,
  type Regions,
  regionsOf,
  type Sample,
  shrinkTo,
} from './pixel-measures-regions.ts';
import type { FaceMarks } from './verification.ts';

export type { Rgb } from './pixel-measures-colour.ts';
export { type Pixels, shrinkTo } from './pixel-measures-regions.ts';

/** Every picture is measured at this width, so that limits mean the same for every camera. */
export const WORKING_WIDTH = 480;

/** What can be told from the pixels alone; ids and units are those of `MEASURES`. */
export type PixelValues = {
  sharpness: number;
  luminanceMean: number;
  underExposure: number;
  overExposure: number;
  naturalColour: number;
  colourfulness: number;
  backgroundUniformity: number;
  backgroundColour: number;
  compression: number;
  borders: number;
};

/**
 * Measures a portrait. `marks`: where its face was found; without them head and background are where a portrait that
 * follows the oval guide has them. Browser and server call this very function, on pixels of any width; it shrinks
 * them itself, and so must be given them as they are filed. `background` is the colour the profile asks for.
 */
export function measurePixels(picture: Pixels, background: Rgb, marks?: FaceMarks): PixelValues {
  const small = shrinkTo(picture, WORKING_WIDTH);
  const regions = regionsOf(marks);
  const face = inside(small, [regions.face]);
  const luma = each(face, lumaOf);
  const wall = inside(small, regions.background);
  const colour = medianOf(wall);
  return {
    sharpness: sharpness(small, regions.head, mean(luma)),
    luminanceMean: mean(luma),
    underExposure: share(luma, (value) => value < 26),
    overExposure: share(luma, (value) => value > 246),
    naturalColour: fromNaturalSkin(face),
    colourfulness: mean(each(face, (r, g, b) => Math.max(r, g, b) - Math.min(r, g, b))),
    backgroundUniformity: percentile(
      each(wall, (r, g, b) => distance([r, g, b], colour)),
      0.9,
    ),
    backgroundColour: distance(colour, background),
    compression: blockiness(picture),
    borders: borderWidth(small, colour),
  };
}

// Variance of the Laplacian over the head, scaled to a face of ordinary brightness: contrast falls with the light.
function sharpness(picture: Pixels, head: Regions['head'], brightness: number): number {
  const { width, height } = picture;
  const left = Math.max(1, Math.round(head.left * width));
  const top = Math.max(1, Math.round(head.top * height));
  const [right, bottom] = [Math.ceil(head.right * width - 1), Math.ceil(head.bottom * height - 1)];
  if (right <= left || bottom <= top) return 0;
  const wide = right - left + 2;
  const around = {
    left: (left - 1) / width,
    right: (right + 1) / width,
    top: (top - 1) / height,
    bottom: (bottom + 1) / height,
  };
  const luma = each(inside(picture, [around]), lumaOf);
  let sum = 0;
  let squares = 0;
  for (let y = 1; y <= bottom - top; y++)
    for (let x = 1; x <= right - left; x++) {
      const at = y * wide + x;
      const value = 4 * luma[at]! - luma[at - 1]! - luma[at + 1]! - luma[at - wide]! - luma[at + wide]!;
      sum += value;
      squares += value * value;
    }
  const count = (right - left) * (bottom - top);
  return (squares / count - (sum / count) ** 2) * (110 / Math.max(brightness, 40)) ** 2;
}

// ISO/IEC 29794-5 Natural colour: how far the mean a*, b* of the face lies outside 5…25 and 5…35.
function fromNaturalSkin({ red, green, blue }: Sample): number {
  const [, a, b] = labOf([mean(red), mean(green), mean(blue)]);
  const outside = (value: number, low: number, high: number) => Math.max(low - value, value - high, 0);
  return Math.hypot(outside(a, 5, 25), outside(b, 5, 35));
}

type Values = Float64Array | Uint8Array;

function each(
  { count, red, green, blue }: Sample,
  of: (red: number, green: number, blue: number) => number,
): Float64Array {
  const values = new Float64Array(count);
  for (let at = 0; at < count; at++) values[at] = of(red[at]!, green[at]!, blue[at]!);
  return values;
}

function mean(values: Values): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / Math.max(values.length, 1);
}

const share = (values: Float64Array, which: (value: number) => boolean) =>
  values.filter(which).length / Math.max(values.length, 1);

const distance = (one: Rgb, other: Rgb) =>
  Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);

const percentile = (values: Float64Array, at: number) =>
  values.toSorted()[Math.floor((values.length - 1) * at)] ?? 0;
