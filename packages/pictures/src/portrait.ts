import sharp from 'sharp';
import { faceCut, type Face } from './faces.ts';
import { personOf, type Sex } from './portrait-person.ts';
import { personSvg } from './portrait-svg.ts';
import { randomFrom } from './random.ts';

const WIDTH = 960;
const HEIGHT = 1280;
const raw = { width: WIDTH, height: HEIGHT, channels: 4 as const };

export type PortraitOptions = {
  /** The same seed is the same person. */
  seed: string | number;
  sex?: Sex;
  /** A real face instead of a drawn one: who must be told apart from others wears one. */
  face?: Face;
  /** Any CSS colour; white when left out. */
  background?: string;
  /** Sigma of a Gaussian blur over the 960 × 1280 picture. */
  blur?: number;
  /** Factor on every channel: 0.3 is dark, 2 is blown out. */
  brightness?: number;
  /** Degrees, clockwise. */
  tilt?: number;
};

/** A drawn head-and-shoulders portrait: a JPEG of 960 × 1280, framed as an ID photo. */
export async function drawPortrait(options: PortraitOptions): Promise<Buffer> {
  const { seed, sex, face, background = '#ffffff', blur = 0, brightness = 1, tilt = 0 } = options;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 480 640">
    <g transform="rotate(${tilt} 240 330)">${personSvg(personOf(seed, sex), face && (await faceCut(face)))}</g></svg>`;
  const person = await sharp(Buffer.from(svg))
    .composite([grain(seed)])
    .ensureAlpha()
    .raw()
    .toBuffer();
  const laid = sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background } }).composite([
    { input: person, raw },
  ]);
  const { data, info } = await laid.raw().toBuffer({ resolveWithObject: true });
  let picture = sharp(data, { raw: info });
  if (blur > 0) picture = picture.blur(blur);
  if (brightness !== 1) picture = picture.linear(brightness, 0);
  return picture.jpeg({ quality: 92, chromaSubsampling: '4:4:4' }).toBuffer();
}

// Skin and cloth are never perfectly even: without grain a drawing looks blurred to a sharpness measure.
// Drawn from the seed, so that the same options give the same bytes.
function grain(seed: string | number) {
  const random = randomFrom(`grain ${seed}`);
  const data = Buffer.alloc(WIDTH * HEIGHT * 4);
  for (let at = 0; at < data.length; at += 4) {
    const level = 128 + (random() + random() + random() - 1.5) * 92;
    data[at] = level;
    data[at + 1] = level;
    data[at + 2] = level;
    data[at + 3] = 36;
  }
  return { input: data, raw, blend: 'atop' as const };
}
