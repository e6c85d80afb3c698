import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import {
  animated,
  CARD,
  drawIdCard,
  drawPortrait,
  hugePng,
  mislabelled,
  onDesk,
  polyglot,
  truncated,
} from './index.ts';

const size = async (file: Buffer) => {
  const { format, width, height } = await sharp(file, { limitInputPixels: false }).metadata();
  return [format, width, height];
};

describe('drawn pictures', () => {
  it('are real files: portrait, both sides of a card, a card on a desk', async () => {
    const card = await drawIdCard({
      side: 'portrait',
      name: '马<玉>',
      idNumber: '630103199903081224',
      sex: '女',
    });
    expect(await size(card)).toEqual(['jpeg', CARD.width, CARD.height]);
    expect(await size(await drawIdCard({ side: 'emblem' }))).toEqual(['jpeg', CARD.width, CARD.height]);
    expect(await size(await onDesk(card))).toEqual(['jpeg', 2000, 1500]);
    expect(await size(await drawPortrait({ seed: 1 }))).toEqual(['jpeg', 960, 1280]);
  });

  it('are the same for the same seed, and differ between seeds', async () => {
    const [one, again, other] = await Promise.all([1, 1, 2].map((seed) => drawPortrait({ seed })));
    expect(one!.equals(again!)).toBe(true);
    expect(one!.equals(other!)).toBe(false);
  });
});

describe('bad files', () => {
  it('are what they claim to be', async () => {
    const portrait = await drawPortrait({ seed: 1 });
    const bomb = hugePng(30_000);
    expect(await size(bomb)).toEqual(['png', 30_000, 30_000]);
    expect(bomb.length).toBeLessThan(200_000);
    await expect(sharp(truncated(portrait)).raw().toBuffer()).rejects.toThrow();
    expect((await size(await mislabelled(portrait)))[0]).toBe('png');
    expect((await size(polyglot(portrait)))[0]).toBe('jpeg');
    expect((await animated(portrait)).includes('acTL')).toBe(true);
  });
});
