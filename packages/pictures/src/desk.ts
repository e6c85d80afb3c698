import sharp from 'sharp';
import { kept } from './kept.ts';
import { project } from './perspective.ts';
import { randomFrom } from './random.ts';

const FRAME = { width: 2000, height: 1500 };

/** Where `onDesk` puts the card's corners: top left, top right, bottom right, bottom left, in pixels. */
export const DESK_CORNERS = [
  [410, 372],
  [1556, 300],
  [1668, 1020],
  [372, 1134],
] as const;

/** A card photographed from the side on a wooden desk, with a margin all round: a JPEG of 2000 × 1500. */
export async function onDesk(card: Buffer): Promise<Buffer> {
  const { data, info } = await rounded(card);
  const laid = project({ data, width: info.width, height: info.height }, DESK_CORNERS, FRAME);
  const scene = await sharp(await desk(), { raw })
    .composite([
      { input: laid, raw },
      { input: await light(), raw },
    ])
    .raw()
    .toBuffer();
  return sharp(scene, { raw }).modulate({ brightness: 0.97 }).jpeg({ quality: 90 }).toBuffer();
}

const raw = { ...FRAME, channels: 4 as const };
const pixelsOf = (svg: string) => sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer();
const desk = kept(() => pixelsOf(wood()));
const light = kept(() => pixelsOf(window()));

async function rounded(card: Buffer) {
  const { width, height } = await sharp(card).metadata();
  const mask = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" rx="${width * 0.037}"/></svg>`;
  return sharp(card)
    .ensureAlpha()
    .composite([{ input: Buffer.from(mask), blend: 'dest-in' }])
    .raw()
    .toBuffer({ resolveWithObject: true });
}

function wood(): string {
  const random = randomFrom('desk');
  const grain = Array.from({ length: 150 }, () => {
    const y = random() * FRAME.height;
    const bend = (random() - 0.5) * 60;
    return `<path d="M0 ${y} C600 ${y + bend} 1400 ${y - bend} 2000 ${y + bend / 2}" stroke="${random() < 0.5 ? '#6d4a2f' : '#b98c62'}" stroke-width="${1 + random() * 4}" opacity="${0.08 + random() * 0.18}"/>`;
  });
  const planks = [380, 790, 1210].map(
    (y) => `<path d="M0 ${y} L2000 ${y - 26}" stroke="#4d3320" stroke-width="5" opacity=".5"/>`,
  );
  const shadow = DESK_CORNERS.map(([x, y]) => `${x + 14},${y + 26}`).join(' ');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${FRAME.width}" height="${FRAME.height}">
    <defs><linearGradient id="wood" x2="1" y2="1"><stop offset="0" stop-color="#b98a5e"/><stop offset="1" stop-color="#8e643f"/></linearGradient>
    <filter id="soft" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="20"/></filter></defs>
    <rect width="100%" height="100%" fill="url(#wood)"/><g fill="none">${grain.join('')}${planks.join('')}</g>
    <polygon points="${shadow}" fill="#1d1108" opacity=".55" filter="url(#soft)"/></svg>`;
}

// A window at the upper left, darker towards the far corner.
function window(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${FRAME.width}" height="${FRAME.height}">
    <defs><radialGradient id="day" cx=".3" cy=".2" r="1"><stop offset="0" stop-color="#fff" stop-opacity=".14"/><stop offset=".5" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".3"/></radialGradient></defs>
    <rect width="100%" height="100%" fill="url(#day)"/></svg>`;
}
