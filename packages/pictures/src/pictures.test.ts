import sharp, { type Region } from 'sharp';
import { describe, expect, it } from 'vitest';
import {
  animated,
  CARD,
  drawIdCard,
  drawPortrait,
  FACES,
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

async function means(file: Buffer, box: Region) {
  const cut = await sharp(file).extract(box).png().toBuffer();
  return (await sharp(cut).stats()).channels.map((channel) => channel.mean);
}

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

describe('real faces', () => {
  it('are worn by a drawn person: another picture for each, the same for the same', async () => {
    const worn = await Promise.all(FACES.map((face) => drawPortrait({ seed: 1, sex: 'female', face })));
    const again = await drawPortrait({ seed: 1, sex: 'female', face: FACES[0]! });
    expect(new Set(worn.map((file) => file.toString('base64'))).size).toBe(FACES.length);
    expect(worn[0]!.equals(again)).toBe(true);
  });

  it('have the colour of the drawn skin and leave everything around the face as drawn', async () => {
    const options = { seed: 1, sex: 'female' } as const;
    const [drawn, worn] = await Promise.all([
      drawPortrait(options),
      drawPortrait({ ...options, face: 'dina' }),
    ]);
    const far = await Promise.all(
      [
        { left: 440, top: 520, width: 80, height: 60 }, // the nose
        { left: 0, top: 0, width: 960, height: 260 }, // above the forehead
        { left: 0, top: 860, width: 960, height: 420 }, // below the chin
      ].map(async (box) => {
        const [one, other] = await Promise.all([drawn, worn].map((file) => means(file, box)));
        return Math.max(...one!.map((value, channel) => Math.abs(value - other![channel]!)));
      }),
    );
    expect(far[0]).toBeGreaterThan(1);
    expect(far[0]).toBeLessThan(60);
    expect(far[1]).toBeLessThan(0.5);
    expect(far[2]).toBeLessThan(0.5);
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
