import type { Raster } from '#src/decode';
import { resized } from '#src/raster';
import { componentsOf } from './components.ts';
import type { Model } from './models.ts';
import { smallestRectangle, type Rectangle } from './rectangle.ts';

// The longest side the detector sees, and the multiple it wants: characters of a card are then about 16 pixels high.
const LONGEST = 736;
const STEP = 32;
// As PaddleOCR trained it: blue first, these means and deviations.
const MEAN = [0.485, 0.456, 0.406];
const DEVIATION = [0.229, 0.224, 0.225];
const THRESHOLD = 0.3;
const SURE = 0.5;
const SMALLEST = { area: 16, height: 3 };
/** What is found is the core of a line; the line reaches further by this share of area ÷ circumference. */
const REACH = 1.6;
/** A card has a dozen lines. A page full of text is no card, and must not take the time of one. */
const MOST_LINES = 16;

/** Lines of text in the pixels of the picture, largest first. */
export async function detectLines(detector: Model, picture: Raster): Promise<Rectangle[]> {
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const size = (side: number) => Math.max(STEP, Math.round((side * scale) / STEP) * STEP);
  const [wide, high] = [size(picture.width), size(picture.height)];
  const small = await resized(picture, { wide, high });
  const { data } = await detector(planes(small), [1, 3, high, wide]);
  const [sx, sy] = [picture.width / wide, picture.height / high];
  return componentsOf(data, wide, high, THRESHOLD)
    .filter(({ points, mean }) => points.length >= SMALLEST.area && mean >= SURE)
    .map(({ points }) => smallestRectangle(points))
    .filter(({ width, height }) => Math.min(width, height) >= SMALLEST.height)
    .map(grown)
    .map((box) => ({
      ...box,
      x: box.x * sx,
      y: box.y * sy,
      width: box.width * sx,
      height: box.height * sy,
    }))
    .toSorted((one, other) => other.width * other.height - one.width * one.height)
    .slice(0, MOST_LINES);
}

function planes({ data, width, height }: Raster): Float32Array {
  const count = width * height;
  const input = new Float32Array(3 * count);
  for (let i = 0; i < count; i++)
    for (let c = 0; c < 3; c++)
      input[c * count + i] = (data[i * 3 + 2 - c]! / 255 - MEAN[c]!) / DEVIATION[c]!;
  return input;
}

// A box that stands is a line that runs upwards or downwards: it is laid down, and its angle says so.
function grown(box: Rectangle): Rectangle {
  const more = (box.width * box.height * REACH) / (box.width + box.height);
  const [width, height] = [box.width + more, box.height + more];
  if (height <= width * 1.5) return { ...box, width, height };
  return { ...box, width: height, height: width, angle: box.angle - Math.PI / 2 };
}
