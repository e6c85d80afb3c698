import type { MeasureId } from '@zikao/contract/measures';
import sharp from 'sharp';
import { drawIdCard, type CardOptions } from './card.ts';
import { captured } from './degrade.ts';
import type { Face } from './faces.ts';
import { kept } from './kept.ts';
import { drawPortrait } from './portrait.ts';

/**
 * A photo beside a card, and what the seed's limits say of the two on 25 November 2026: exactly these measures of
 * identity fail or warn, all others that can be measured pass. Known to the server only.
 */
export type CardVector = {
  name: string;
  photo(): Promise<Buffer>;
  cardPortrait(): Promise<Buffer>;
  cardEmblem?(): Promise<Buffer>;
  declared: { name: string; idNumber: string };
  fail?: MeasureId[];
  warn?: MeasureId[];
  /** So near a limit that they may warn as well as pass. */
  either?: MeasureId[];
};

export const VECTORS_TODAY = '2026-11-25';

const declared = { name: '马玉', idNumber: '630103199903081220' };
const facts = {
  name: '马玉',
  sex: '女',
  nation: '藏',
  birthDate: '1999-03-08',
  address: '青海省西宁市城东区共和路12号院5号楼3单元402室',
  idNumber: declared.idNumber,
  face: 'dina',
} as const;

const photoOf = (face: Face) => () => drawPortrait({ seed: 1, sex: 'female', face });
const card = (options: Partial<CardOptions> = {}) => drawIdCard({ ...facts, ...options, side: 'portrait' });
const emblem = (options: Partial<CardOptions> = {}) => drawIdCard({ ...options, side: 'emblem' });

const dina = kept(photoOf('dina'));
const usual = kept(() => card());
const portrait = kept(() => drawPortrait({ seed: declared.idNumber, sex: 'female', face: 'dina' }));

const beside = (name: string, more: Partial<CardVector> = {}): CardVector => ({
  name,
  photo: dina,
  cardPortrait: usual,
  declared,
  ...more,
});
const printed = (name: string, options: Partial<CardOptions>, more: Partial<CardVector>) =>
  beside(name, { cardPortrait: async () => card({ portrait: await portrait(), ...options }), ...more });

export const CARD_VECTORS: CardVector[] = [
  beside('the same person, both sides', { cardEmblem: () => emblem() }),
  beside('a card of old, photographed from some way off', {
    cardPortrait: async () =>
      captured(await usual(), { width: 900, turn: 2.5, blur: 0.7, grain: 6, light: 0.85 }),
  }),
  beside('a card on its head', {
    cardPortrait: async () =>
      sharp(await usual())
        .rotate(180)
        .jpeg()
        .toBuffer(),
  }),
  beside('a card on its side', {
    cardPortrait: async () =>
      sharp(await usual())
        .rotate(90)
        .jpeg()
        .toBuffer(),
  }),
  beside('a card that never expires', { cardEmblem: () => emblem({ validity: '2012.07.01-长期' }) }),
  printed(
    'a name with a character the reader does not know',
    { name: '马翀' },
    {
      declared: { ...declared, name: '马翀' },
    },
  ),

  beside('another person', { photo: photoOf('elsa'), fail: ['faceDistance'] }),
  beside('somebody who looks alike', {
    photo: photoOf('ira'),
    cardPortrait: () => card({ face: 'elsa' }),
    warn: ['faceDistance'],
  }),
  beside('the picture of the card again', {
    photo: async () => {
      const printedPortrait = { left: 756, top: 108, width: 352, height: 440 };
      return sharp(await usual())
        .extract(printedPortrait)
        .resize(480, 600)
        .jpeg({ quality: 92 })
        .toBuffer();
    },
    warn: ['cardCopy'],
  }),
  printed('another number', { idNumber: '630103199903081247' }, { fail: ['cardNumber'] }),
  printed('another name', { name: '张三' }, { warn: ['cardName'] }),
  printed('one character of the name is another', { name: '马王' }, { warn: ['cardName'] }),
  printed('a sex that does not fit the number', { sex: '男' }, { warn: ['cardSex'] }),
  printed(
    'a day of birth that does not fit the number',
    { birthDate: '1999-08-03' },
    { warn: ['cardBirthDate'] },
  ),
  beside('an expired card', {
    cardEmblem: () => emblem({ validity: '2016.03.06-2026.03.06' }),
    warn: ['cardValidity'],
  }),
  beside('a card without a portrait', {
    cardPortrait: async () => {
      const blank = { create: { width: 352, height: 440, channels: 3, background: '#ffffff' } } as const;
      return card({ portrait: await sharp(blank).png().toBuffer() });
    },
    warn: ['cardFace'],
  }),
  beside('a card out of focus', {
    cardPortrait: async () => captured(await usual(), { blur: 9 }),
    warn: ['cardNumber', 'cardName', 'cardSex', 'cardBirthDate'],
    either: ['cardFace', 'faceDistance'],
  }),
  beside('the emblem side twice', {
    cardPortrait: () => emblem(),
    cardEmblem: () => emblem(),
    warn: ['cardFace', 'cardNumber', 'cardName', 'cardSex', 'cardBirthDate'],
  }),
];
