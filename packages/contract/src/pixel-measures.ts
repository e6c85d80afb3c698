import { labOf, type Rgb } from './pixel-measures-colour.ts';
import { blockiness, borderWidth } from './pixel-measures-faults.ts';
import {
  backgroundOf,
  inside,
  lumaOf,
  type Pixels,
  type Regions,
  regionsOf,
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
  const face = inside(small, regions.face);
  const luma = face.map(lumaOf);
  const behind = backgroundOf(small, regions.background);
  return {
    sharpness: sharpness(small, regions.head, mean(luma)),
    luminanceMean: mean(luma),
    underExposure: share(luma, (value) => value < 26),
    overExposure: share(luma, (value) => value > 246),
    naturalColour: fromNaturalSkin(face),
    colourfulness: mean(face.map(([r, g, b]) => Math.max(r, g, b) - Math.min(r, g, b))),
    backgroundUniformity: percentile(
      behind.pixels.map((pixel) => distance(pixel, behind.median)),
      0.9,
    ),
    backgroundColour: distance(behind.median, background),
    compression: blockiness(picture),
    borders: borderWidth(small, behind.median),
  };
}

// Variance of the Laplacian over the head, scaled to a face of ordinary brightness: contrast falls with the light.
function sharpness(picture: Pixels, head: Regions['head'], brightness: number): number {
  const { data, width, height, channels } = picture;
  const at = (x: number, y: number) => {
    const i = (y * width + x) * channels;
    return lumaOf([data[i]!, data[i + 1]!, data[i + 2]!]);
  };
  let sum = 0;
  let squares = 0;
  let count = 0;
  for (let y = Math.max(1, Math.round(head.top * height)); y < head.bottom * height - 1; y++)
    for (let x = Math.max(1, Math.round(head.left * width)); x < head.right * width - 1; x++) {
      const value = 4 * at(x, y) - at(x - 1, y) - at(x + 1, y) - at(x, y - 1) - at(x, y + 1);
      sum += value;
      squares += value * value;
      count++;
    }
  if (count === 0) return 0;
  return (squares / count - (sum / count) ** 2) * (110 / Math.max(brightness, 40)) ** 2;
}

// ISO/IEC 29794-5 Natural colour: how far the mean a*, b* of the face lies outside 5…25 and 5…35.
function fromNaturalSkin(face: Rgb[]): number {
  const channel = (index: 0 | 1 | 2) => mean(face.map((pixel) => pixel[index]));
  const [, a, b] = labOf([channel(0), channel(1), channel(2)]);
  const outside = (value: number, low: number, high: number) => Math.max(low - value, value - high, 0);
  return Math.hypot(outside(a, 5, 25), outside(b, 5, 35));
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);

const share = (values: number[], which: (value: number) => boolean) =>
  values.filter(which).length / Math.max(values.length, 1);

const distance = (one: Rgb, other: Rgb) =>
  Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);

function percentile(values: number[], at: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) * at)] ?? 0;
}
