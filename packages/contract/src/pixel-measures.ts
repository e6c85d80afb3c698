import { labOf, type Rgb } from './pixel-measures-colour.ts';
import { backgroundOf, FACE, HEAD, inside, lumaOf, shrinkTo, type Pixels } from './pixel-measures-regions.ts';

export type { Pixels } from './pixel-measures-regions.ts';

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
};

/**
 * Measures a portrait without looking for a face: head and background are where a portrait that follows the
 * oval guide has them. Browser and server call this very function, on pixels of any width; it shrinks them itself.
 * `background` is the colour the profile asks for.
 */
export function measurePixels(picture: Pixels, background: Rgb): PixelValues {
  const small = shrinkTo(picture, WORKING_WIDTH);
  const face = inside(small, FACE);
  const luma = face.map(lumaOf);
  const behind = backgroundOf(small);
  return {
    sharpness: sharpness(small, mean(luma)),
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
  };
}

// Variance of the Laplacian over the head, scaled to a face of ordinary brightness: contrast falls with the light.
function sharpness(picture: Pixels, brightness: number): number {
  const { data, width, height, channels } = picture;
  const at = (x: number, y: number) => {
    const i = (y * width + x) * channels;
    return lumaOf([data[i]!, data[i + 1]!, data[i + 2]!]);
  };
  let sum = 0;
  let squares = 0;
  let count = 0;
  for (let y = Math.max(1, Math.round(HEAD.top * height)); y < HEAD.bottom * height - 1; y++)
    for (let x = Math.max(1, Math.round(HEAD.left * width)); x < HEAD.right * width - 1; x++) {
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
