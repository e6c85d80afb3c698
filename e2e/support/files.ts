import { birthDateOf, sexOf } from '@zikao/contract/codes/id-number';
import {
  drawIdCard,
  drawPaper,
  drawPortrait,
  type Face,
  kept,
  onDesk,
  type PortraitOptions,
} from '@zikao/pictures';
import sharp from 'sharp';
import type { Person } from './person.ts';

const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/jpeg', buffer });

/**
 * Whose face everybody here has, on the card and on the photo, unless a journey says otherwise. The README's pictures
 * show nobody: drawn faces, the same on the card as on the photo.
 */
const FACE: Face | undefined = process.env['PICTURES'] === 'true' ? undefined : 'dina';

/** Both sides of somebody's card as photographed on a desk. */
export async function cardFiles(person: Person, face = FACE) {
  const born = birthDateOf(person.idNumber);
  const facts = {
    side: 'portrait',
    name: person.name,
    sex: sexOf(person.idNumber) === '1' ? '男' : '女',
    nation: '汉',
    birthDate: born,
    address: '青海省西宁市城东区共和路12号',
    idNumber: person.idNumber,
  } as const;
  const [front, back] = await Promise.all([
    drawIdCard({ ...facts, ...(face ? { face } : { portrait: await portrait({}) }) }).then(onDesk),
    emblemSide(),
  ]);
  return { portrait: file('正面.jpg', front), emblem: file('反面.jpg', back) };
}

/** It names nobody: the same for all. */
const emblemSide = kept(() =>
  drawIdCard({ side: 'emblem', authority: '西宁市公安局', validity: '2020.01.01-2040.01.01' }).then(onDesk),
);

function portrait(options: Partial<PortraitOptions>) {
  return drawPortrait({ seed: 3, sex: 'female', ...(FACE && { face: FACE }), ...options });
}

export const goodPhoto = async (seed = 3) => file('照片.jpg', await portrait({ seed }));
export const darkPhoto = async () => file('太暗.jpg', await portrait({ brightness: 0.25 }));
export const otherPhoto = async () => file('别人.jpg', await portrait({ face: 'elsa' }));

/** Photos that are wrong in one way each, and the sentence that names it. */
export async function badPhotos() {
  const good = await portrait({});
  const { width = 0, height = 0 } = await sharp(good).metadata();
  const edge = { top: 60, bottom: 60, left: 45, right: 45 };
  const cut = { left: width * 0.24, top: height * 0.24, width: width * 0.52, height: height * 0.52 };
  const close = Object.fromEntries(Object.entries(cut).map(([side, at]) => [side, Math.round(at)]));
  const small = await sharp(good)
    .resize({ width: Math.round(width * 0.45) })
    .toBuffer();
  const bad: [string, Buffer, RegExp][] = [
    ['没有人.jpg', await sharp(good).blur(90).toBuffer(), /应当只有您本人的一张脸/],
    [
      '两个人.jpg',
      await sharp(good)
        .composite([{ input: small, left: 0, top: 0 }])
        .toBuffer(),
      /一张脸/,
    ],
    [
      '太近.jpg',
      await sharp(good)
        .extract(close as never)
        .toBuffer(),
      /头部在照片中过大或过小/,
    ],
    ['歪头.jpg', await portrait({ tilt: 14 }), /头歪了/],
    ['模糊.jpg', await portrait({ blur: 7 }), /照片模糊/],
    ['蓝墙.jpg', await portrait({ background: '#438edb' }), /背景颜色不符合要求，应为白色/],
    [
      '边框.jpg',
      await sharp(good)
        .resize(870, 1160)
        .extend({ ...edge, background: '#223' })
        .toBuffer(),
      /照片带有边框/,
    ],
    ['黑白.jpg', await sharp(good).greyscale().toBuffer(), /照片是黑白的/],
  ];
  return bad.map(([name, buffer, sentence]) => ({ ...file(name, buffer), sentence }));
}

/** A paper as an office prints it. */
export const paperFile = (name: string, line = name) => ({
  name,
  mimeType: 'application/pdf',
  buffer: drawPaper({ lines: [line] }),
});
