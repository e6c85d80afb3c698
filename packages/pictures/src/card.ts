import sharp from 'sharp';
import { rosette, waves } from './card-pattern.ts';
import type { Face } from './faces.ts';
import { drawPortrait } from './portrait.ts';

/** A card of 85.6 × 54 mm at about 350 dots per inch. */
export const CARD = { width: 1180, height: 744 };

export type CardSide = 'portrait' | 'emblem';

export type CardOptions = {
  side: CardSide;
  name?: string;
  sex?: string;
  nation?: string;
  /** YYYY-MM-DD */
  birthDate?: string;
  address?: string;
  idNumber?: string;
  authority?: string;
  /** As printed: 2020.05.01-2040.05.01 */
  validity?: string;
  /** The picture on the card; drawn from the ID number when left out, with `face` if given. */
  portrait?: Buffer;
  face?: Face;
  /** Colour of the card's paper. */
  background?: string;
};

/** One side of a drawn second-generation resident ID card, marked as a specimen: a JPEG of 1180 × 744. */
export async function drawIdCard(options: CardOptions): Promise<Buffer> {
  const card = await cardPng(options);
  return sharp(card).flatten({ background: '#ffffff' }).jpeg({ quality: 92 }).toBuffer();
}

/** The same with transparent corners, for laying it on something. */
export async function cardPng(options: CardOptions): Promise<Buffer> {
  const face = options.side === 'portrait' ? personSide(options) : emblemSide(options);
  const paper = options.background ?? '#eef4f3';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}">
    <defs><clipPath id="card"><rect width="${CARD.width}" height="${CARD.height}" rx="44"/></clipPath>
    <linearGradient id="paper" x2="1" y2="1"><stop offset="0" stop-color="#dcecf3"/><stop offset=".5" stop-color="${paper}"/><stop offset="1" stop-color="#f6e8e6"/></linearGradient></defs>
    <g clip-path="url(#card)"><rect width="100%" height="100%" fill="url(#paper)"/>${waves()}${face}</g></svg>`;
  const layers = options.side === 'portrait' ? [await pictureLayer(options)] : [];
  return sharp(Buffer.from(svg)).composite(layers).png().toBuffer();
}

const label = (x: number, y: number, text: string) =>
  `<text x="${x}" y="${y}" font-size="30" fill="#3f7fa8" font-family="'Noto Sans CJK SC', sans-serif">${text}</text>`;

const value = (x: number, y: number, text: string, size = 36, spacing = 1) =>
  `<text x="${x}" y="${y}" font-size="${size}" letter-spacing="${spacing}" fill="#151515" font-family="'Noto Sans CJK SC', sans-serif">${escape(text)}</text>`;

const specimen = (x: number, y: number) =>
  `<text x="${x}" y="${y}" font-size="22" letter-spacing="6" fill="#b5302c" opacity=".75" font-family="'Noto Sans CJK SC', sans-serif">样例 仅供演示</text>`;

function personSide(options: CardOptions): string {
  const { name = '张三', sex = '男', nation = '汉', birthDate = '1990-01-01', idNumber = '' } = options;
  const [year, month, day] = birthDate.split('-').map(Number);
  const lines = wrap(options.address ?? '', 13);
  return `${label(72, 118, '姓名')}${value(164, 120, name, 42, 4)}
    ${label(72, 208, '性别')}${value(164, 210, sex)}${label(292, 208, '民族')}${value(384, 210, nation)}
    ${label(72, 296, '出生')}${value(164, 298, String(year))}${label(254, 296, '年')}${value(306, 298, String(month))}${label(358, 296, '月')}${value(408, 298, String(day))}${label(462, 296, '日')}
    ${label(72, 386, '住址')}${lines.map((line, i) => value(164, 388 + i * 54, line)).join('')}
    ${label(72, 648, '公民身份号码')}${value(384, 650, idNumber, 44, 6.4)}${specimen(876, 712)}`;
}

function emblemSide({
  authority = '西宁市公安局城中分局',
  validity = '2020.05.01-2040.05.01',
}: CardOptions): string {
  const title = (y: number, text: string, size: number, spacing: number) =>
    `<text x="704" y="${y}" text-anchor="middle" font-size="${size}" letter-spacing="${spacing}" fill="#1c1c1c" font-family="'Noto Serif CJK SC', 'Noto Sans CJK SC', serif" font-weight="bold">${text}</text>`;
  return `${rosette(206, 206, 128)}${title(190, '中华人民共和国', 60, 12)}${title(318, '居民身份证', 88, 26)}
    ${label(226, 560, '签发机关')}${value(420, 562, authority)}${label(226, 650, '有效期限')}${value(420, 652, validity)}${specimen(876, 712)}`;
}

// On the real card the background of the picture is removed and the card's lines run behind the person.
async function pictureLayer({ idNumber = 'demo', sex, face, portrait }: CardOptions) {
  const being = sex && (sex === '女' ? 'female' : 'male');
  const drawn = () => drawPortrait({ seed: idNumber, ...(being && { sex: being }), ...(face && { face }) });
  const input = await sharp(portrait ?? (await drawn()))
    .resize(352, 440, { fit: 'cover', position: 'top' })
    .modulate({ saturation: 0.8 })
    .png()
    .toBuffer();
  return { input, left: 756, top: 108, blend: 'multiply' as const };
}

// Digits and Latin letters are about half as wide as Chinese ones.
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let used = Infinity;
  for (const letter of text) {
    const wide = letter < '\u0100' ? 0.56 : 1;
    if (used + wide > width) {
      lines.push('');
      used = 0;
    }
    lines[lines.length - 1] += letter;
    used += wide;
  }
  return lines;
}

const escape = (text: string) => text.replace(/[<>&"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
