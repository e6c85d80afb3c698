import { describe, expect, it } from 'vitest';
import { labOf, type Rgb } from './pixel-measures-colour.ts';
import { measurePixels, type Pixels, type PixelValues } from './pixel-measures.ts';
import type { FaceMarks } from './verification.ts';

const white: Rgb = [255, 255, 255];
type Paint = (x: number, y: number) => Rgb;

// Grain without a random source: the same dots on every run and every machine.
const grain = (x: number, y: number) => (((x * 374_761_393 + y * 668_265_263) ^ 0x5bf03635) >>> 7) % 25;

// A head with hair, shoulders below, a plain wall behind: x and y are shares of the frame.
function portrait(wall: Rgb = [244, 246, 248]): Paint {
  return (x, y) => {
    const head = ((x - 0.5) / 0.22) ** 2 + ((y - 0.42) / 0.3) ** 2;
    if (head < 1 && y > 0.24) {
      const eye =
        Math.min(Math.hypot(x - 0.41, (y - 0.4) * 1.33), Math.hypot(x - 0.59, (y - 0.4) * 1.33)) < 0.022;
      const dots = grain(Math.round(x * 480), Math.round(y * 640)) - 12;
      return eye ? [30, 22, 20] : [214 + dots, 170 + dots, 140 + dots];
    }
    if (head < 1.15) return [38, 32, 32];
    return y > 0.76 && Math.abs(x - 0.5) < 0.46 ? [44, 58, 86] : wall;
  };
}

function render(paint: Paint, width = 480, channels: 3 | 4 = 3): Pixels {
  const height = (width * 4) / 3;
  const data = new Uint8ClampedArray(width * height * channels).fill(255);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      data.set(paint((x + 0.5) / width, (y + 0.5) / height), (y * width + x) * channels);
  return { data, width, height, channels };
}

const map =
  (paint: Paint, change: (pixel: Rgb, x: number, y: number) => Rgb): Paint =>
  (x, y) =>
    change(paint(x, y), x, y);
const scale = ([r, g, b]: Rgb, by: number): Rgb => [r * by, g * by, b * by];

function blurred(picture: Pixels, reach: number): Pixels {
  const { data, width, height, channels } = picture;
  const out = new Uint8ClampedArray(data);
  for (let y = reach; y < height - reach; y++)
    for (let x = reach; x < width - reach; x++)
      for (let c = 0; c < 3; c++) {
        let sum = 0;
        for (let dy = -reach; dy <= reach; dy++)
          for (let dx = -reach; dx <= reach; dx++) sum += data[((y + dy) * width + x + dx) * channels + c]!;
        out[(y * width + x) * channels + c] = sum / (2 * reach + 1) ** 2;
      }
  return { ...picture, data: out };
}

const good = measurePixels(render(portrait()), white);
const measured = (paint: Paint) => measurePixels(render(paint), white);

describe('pixels of bad pictures', () => {
  // The measure that each fault must move, and how far; the others stay where a good picture has them.
  it('a blurred one loses its sharpness and nothing else', () => {
    const values = measurePixels(blurred(render(portrait()), 3), white);
    expect(values.sharpness).toBeLessThan(60);
    expect({ ...values, sharpness: 0 }).toMatchObject(close({ ...good, sharpness: 0 }));
  });

  it('a dark one is dark', () => {
    expect(measured(map(portrait(), (pixel) => scale(pixel, 0.2))).luminanceMean).toBeLessThan(45);
  });

  it('one lit from the side has a black half', () => {
    const values = measured(
      map(portrait(), (pixel, x) => (x < 0.5 && pixel[0] < 240 ? scale(pixel, 0.1) : pixel)),
    );
    expect(values.underExposure).toBeGreaterThan(0.35);
    expect(values.luminanceMean).toBeGreaterThan(60);
  });

  it('a blown-out one has white skin', () => {
    expect(measured(map(portrait(), (pixel) => scale(pixel, 1.9))).overExposure).toBeGreaterThan(0.12);
  });

  it('a grey one has no colour', () => {
    const grey = map(portrait(), ([r, g, b]) => [(r + g + b) / 3, (r + g + b) / 3, (r + g + b) / 3]);
    expect(measured(grey).colourfulness).toBeLessThan(1);
  });

  it('a yellow and a blue cast leave the colours of skin', () => {
    expect(measured(map(portrait(), ([r, g, b]) => [r, g * 0.95, b * 0.45])).naturalColour).toBeGreaterThan(
      10,
    );
    expect(
      measured(map(portrait(), ([r, g, b]) => [r * 0.65, g * 0.9, b * 1.25])).naturalColour,
    ).toBeGreaterThan(10);
  });

  it('a shelf, a shadow or a curtain behind makes the background uneven', () => {
    const shelf = map(portrait(), (pixel, x, y) => (x < 0.1 && y > 0.1 && y < 0.4 ? [120, 80, 50] : pixel));
    const shadow = map(portrait(), (pixel, x, y) => (x > 0.85 && y < 0.5 ? scale(pixel, 0.6) : pixel));
    const curtain = map(portrait(), (pixel, x) =>
      pixel[0] > 240 ? scale(pixel, 0.75 + 0.25 * Math.sin(x * 90)) : pixel,
    );
    for (const paint of [shelf, shadow, curtain])
      expect(measured(paint).backgroundUniformity).toBeGreaterThan(40);
  });

  it('a blue wall is far from white, and near to blue', () => {
    const blue = render(portrait([67, 142, 219]));
    expect(measurePixels(blue, white).backgroundColour).toBeGreaterThan(130);
    expect(measurePixels(blue, [67, 142, 219]).backgroundColour).toBeLessThan(1);
  });
});

describe('where the face was found', () => {
  // The head of `portrait`, moved to the right and made smaller.
  const aside = (x: number, y: number) => portrait()((x - 0.62) / 0.7 + 0.5, (y - 0.5) / 0.7 + 0.42);
  const marks: FaceMarks = {
    box: { x: 0.62 - 0.7 * 0.22, y: 0.5 - 0.7 * 0.18, width: 0.7 * 0.44, height: 0.7 * 0.48 },
    eyes: [
      { x: 0.557, y: 0.486 },
      { x: 0.683, y: 0.486 },
    ],
    crown: 0.27,
    chin: 0.71,
  };

  it('is where it is measured: what else lies in the usual place does not count', () => {
    const blind = measurePixels(render(aside), white);
    const seen = measurePixels(render(aside), white, marks);
    expect(seen.luminanceMean).toBeCloseTo(good.luminanceMean, -1);
    expect(Math.abs(blind.luminanceMean - good.luminanceMean)).toBeGreaterThan(10);
    expect(seen.backgroundUniformity).toBeLessThan(1);
  });

  it('is surrounded by all of the wall, not only by its edges', () => {
    const poster = map(aside, (pixel, x, y) =>
      x > 0.16 && x < 0.32 && y > 0.05 && y < 0.5 ? [40, 90, 160] : pixel,
    );
    expect(measurePixels(render(poster), white, marks).backgroundUniformity).toBeGreaterThan(40);
  });

  it('may be at the very edge: nothing is left of the background, and every value is still a number', () => {
    const box = { x: -0.2, y: -0.1, width: 1.4, height: 1.3 };
    const values = measurePixels(render(portrait()), white, { ...marks, box, crown: -0.4, chin: 1.2 });
    expect(Object.values(values).every(Number.isFinite)).toBe(true);
  });
});

describe('faults of the file', () => {
  // What a JPEG of low quality does: every block of 8 × 8 becomes its mean.
  const blocks = (picture: Pixels, left = 0, top = 0): Pixels => {
    const { data, width, height, channels } = picture;
    const out = new Uint8ClampedArray(data);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++)
        for (let c = 0; c < 3; c++) {
          const corner = (at: number, from: number) => Math.max(0, at - ((at + from) % 8));
          const mean = data[(corner(y, top) * width + corner(x, left)) * channels + c]!;
          out[(y * width + x) * channels + c] = (data[(y * width + x) * channels + c]! + 3 * mean) / 4;
        }
    return { ...picture, data: out };
  };
  const cloth = map(portrait(), ([r, g, b], x, y) => {
    const fold = 8 * Math.sin(x * 40) * Math.cos(y * 30);
    return [r - 8 + fold, g - 8 + fold, b - 8 + fold];
  });

  it('blocks show, wherever a crop left their grid', () => {
    expect(measurePixels(render(cloth), white).compression).toBeLessThan(1.2);
    for (const [left, top] of [
      [0, 0],
      [3, 5],
    ])
      expect(measurePixels(blocks(render(cloth), left, top), white).compression).toBeGreaterThan(2);
  });

  it('a frame is as wide as it is, a plain wall and a dark picture have none', () => {
    const framed = (wide: number) =>
      map(portrait(), (pixel, x, y) =>
        Math.min(x, 1 - x) < wide || Math.min(y, 1 - y) < wide * 0.75 ? [20, 30, 60] : pixel,
      );
    expect(measured(framed(0.03)).borders).toBeCloseTo(0.03, 2);
    expect(measured(portrait()).borders).toBe(0);
    expect(measured(portrait([67, 142, 219])).borders).toBe(0);
    expect(measured(() => [20, 20, 20]).borders).toBe(0);
  });
});

describe('pixels of a good picture', () => {
  it('keep these values', () => {
    expect(rounded(good)).toMatchInlineSnapshot(`
      {
        "backgroundColour": 15.843,
        "backgroundUniformity": 0,
        "borders": 0,
        "colourfulness": 72.132,
        "compression": 1.016,
        "luminanceMean": 172.676,
        "naturalColour": 0,
        "overExposure": 0,
        "sharpness": 1135.376,
        "underExposure": 0.029,
      }
    `);
  });

  it('give the same values with an alpha channel, and nearly the same at three times the size', () => {
    expect(measurePixels(render(portrait(), 480, 4), white)).toEqual(good);
    const large = measurePixels(render(portrait(), 1440), white);
    expect({ ...large, sharpness: 0 }).toMatchObject(close({ ...good, sharpness: 0 }));
  });

  it('lose sharpness when a small picture was enlarged to the size asked for', () => {
    const small = render(portrait(), 120);
    const enlarged = render((x, y) => {
      const at = (Math.floor(y * 160) * 120 + Math.floor(x * 120)) * 3;
      return [small.data[at]!, small.data[at + 1]!, small.data[at + 2]!];
    });
    expect(measurePixels(blurred(enlarged, 2), white).sharpness).toBeLessThan(60);
  });

  it('may be of a size that leaves nothing to measure', () => {
    const dot = { data: new Uint8ClampedArray(3), width: 1, height: 1, channels: 3 as const };
    expect(Object.values(measurePixels(dot, white)).every(Number.isFinite)).toBe(true);
  });
});

it('L*a*b* follows the published values of the primaries', () => {
  const near = (colour: Rgb) => labOf(colour).map((value) => Math.round(value * 10) / 10);
  expect(near([255, 0, 0])).toEqual([53.2, 80.1, 67.2]);
  expect(near([0, 0, 255])).toEqual([32.3, 79.2, -107.9]);
  expect(labOf(white)[0]).toBeCloseTo(100, 3);
});

const rounded = (values: PixelValues) =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id, Number(value.toFixed(3))]));

const close = (values: Partial<PixelValues>) =>
  Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, expect.closeTo(value, id.endsWith('Exposure') ? 1 : 0)]),
  );
