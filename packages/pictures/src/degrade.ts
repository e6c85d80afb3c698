import sharp, { type Sharp } from 'sharp';
import { CHIN, EYES } from './portrait-face.ts';
import { randomFrom } from './random.ts';

// Faults of portraits, made from a good one of 960 × 1280 before a white wall. Lengths are in its frame of 480 × 640.
const WIDTH = 960;
const HEIGHT = 1280;
const WHITE = { r: 255, g: 255, b: 255 };

type Picture = Promise<Buffer>;

const jpeg = (picture: Sharp) => picture.jpeg({ quality: 92, chromaSubsampling: '4:4:4' }).toBuffer();
const sheet = () => sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: WHITE } });

async function painted(portrait: Buffer, svg: string): Picture {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 480 640">${svg}</svg>`;
  return jpeg(sharp(portrait).composite([{ input: Buffer.from(drawing) }]));
}

/** Lids in the colour of the skin, with lashes. */
export function eyesClosed(portrait: Buffer, skin: string): Picture {
  const lid = (x: number) =>
    `<ellipse cx="${x}" cy="${EYES.y}" rx="28" ry="15" fill="${skin}"/>
     <path d="M${x - 25} ${EYES.y + 4} q25 9 50 0" fill="none" stroke="#17100e" stroke-width="3.4"/>`;
  return painted(portrait, lid(EYES.left) + lid(EYES.right));
}

export function mouthOpen(portrait: Buffer): Picture {
  const [x, y] = [CHIN.x, CHIN.y - 54];
  return painted(
    portrait,
    `<ellipse cx="${x}" cy="${y}" rx="22" ry="18" fill="#2a0d0d" stroke="#a35550" stroke-width="5"/>`,
  );
}

/** One half narrower, the other wider: a head that looks aside. */
export async function turnedAside(portrait: Buffer, by: number): Picture {
  const half = WIDTH / 2;
  const cut = (left: number, width: number) =>
    sharp(portrait)
      .extract({ left, top: 0, width: half, height: HEIGHT })
      .resize(width, HEIGHT, { fit: 'fill' })
      .toBuffer();
  const [left, right] = await Promise.all([cut(0, half - by), cut(half, half + by)]);
  return jpeg(
    sheet().composite([
      { input: left, left: 0, top: 0 },
      { input: right, left: half - by, top: 0 },
    ]),
  );
}

/** The person nearer or further, and moved: `scale` of 1 and no shift is the portrait itself. */
export async function placed(
  portrait: Buffer,
  { scale = 1, right = 0, down = 0 }: { scale?: number; right?: number; down?: number },
): Picture {
  const [width, height] = [Math.round(WIDTH * scale), Math.round(HEIGHT * scale)];
  const left = Math.round((WIDTH - width) / 2 + right * 2);
  const top = Math.round((HEIGHT - height) / 2 + down * 2);
  const whole = await sharp(portrait)
    .resize(width, height)
    .extend({ top: HEIGHT, bottom: HEIGHT, left: WIDTH, right: WIDTH, background: WHITE })
    .png()
    .toBuffer();
  return jpeg(sharp(whole).extract({ left: WIDTH - left, top: HEIGHT - top, width: WIDTH, height: HEIGHT }));
}

/** Two persons in one picture. */
export async function together(one: Buffer, other: Buffer): Picture {
  const half = (portrait: Buffer) =>
    sharp(portrait)
      .resize(WIDTH / 2)
      .toBuffer();
  const [left, right] = await Promise.all([half(one), half(other)]);
  const top = HEIGHT / 4;
  return jpeg(
    sheet().composite([
      { input: left, left: 0, top },
      { input: right, left: WIDTH / 2, top },
    ]),
  );
}

export const halfInShadow = (portrait: Buffer): Picture =>
  painted(portrait, '<rect x="120" y="130" width="122" height="270" fill="#000" opacity=".93"/>');

export const beforeShelf = (portrait: Buffer): Picture =>
  painted(
    portrait,
    '<rect y="30" width="60" height="280" fill="#7a5230"/><rect y="100" width="60" height="10" fill="#222"/><rect x="420" y="60" width="60" height="200" fill="#35506b"/>',
  );

export const framed = (portrait: Buffer): Picture =>
  painted(
    portrait,
    '<rect x="9" y="9" width="462" height="622" fill="none" stroke="#1b1b1b" stroke-width="18"/>',
  );

export const greyed = (portrait: Buffer): Picture => jpeg(sharp(portrait).greyscale());

/** As by a yellow lamp; `strength` of 0 changes nothing. */
export const tinted = (portrait: Buffer, strength: number): Picture =>
  jpeg(
    sharp(portrait).recomb([
      [1 + 0.1 * strength, 0, 0],
      [0, 1 - 0.08 * strength, 0],
      [0, 0, 1 - 0.45 * strength],
    ]),
  );

export const brightened = (portrait: Buffer, by: number): Picture => jpeg(sharp(portrait).linear(by, 0));

export const blurred = (portrait: Buffer, sigma: number): Picture => jpeg(sharp(portrait).blur(sigma));

/** As a chat program sends it on: small, and of low quality. */
export const squeezed = (portrait: Buffer, quality: number): Picture =>
  sharp(portrait).resize(480).jpeg({ quality }).toBuffer();

/** A card as a telephone sees it: `width` pixels, turned by degrees, out of focus, grainy, too dark. */
export async function captured(
  card: Buffer,
  { width = 1180, turn = 0, blur = 0, grain = 0, light = 1 },
): Picture {
  const turned = sharp(card).rotate(turn, { background: '#6b5c4a' }).linear(light, 0);
  let picture = sharp(await turned.png().toBuffer()).resize(width);
  if (blur > 0) picture = picture.blur(blur);
  if (grain > 0) {
    const { data, info } = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const random = randomFrom('grain');
    const noise = () => (random() + random() + random() - 1.5) * 2 * grain;
    for (let i = 0; i < data.length; i++) data[i] = Math.max(0, Math.min(255, data[i]! + noise()));
    picture = sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } });
  }
  return picture.jpeg({ quality: 80 }).toBuffer();
}
