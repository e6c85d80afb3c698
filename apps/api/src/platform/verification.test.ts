import { LIMITS } from '@zikao/contract/measures-limits';
import type { MeasureValues, PhotoProfile } from '@zikao/contract/measures';
import { drawIdCard, drawPortrait, onDesk, truncated } from '@zikao/pictures';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openImages, type Images } from '#platform/images';
import {
  type Examiner,
  openVerifier,
  pixelExaminer,
  standardCopy,
  type Verifier,
} from '#platform/verification';

const profile: PhotoProfile = {
  name: '示例',
  minWidth: 480,
  minHeight: 640,
  width: 480,
  height: 640,
  dpi: 300,
  maxBytes: 40 * 1024,
  background: { name: '白色', rgb: [255, 255, 255] },
  rules: [],
  source: '',
  limits: LIMITS,
};

let images: Images;
let verifier: Verifier;
let good: Buffer;

beforeAll(async () => {
  images = openImages();
  verifier = openVerifier([pixelExaminer(images)]);
  good = await drawPortrait({ seed: 3 });
});
afterAll(() => images.close());

const asked = {
  size: { width: 960, height: 1280, bytes: 100_000 },
  profile,
  declared: { name: '马玉', idNumber: '630103199903081224' },
  today: '2027-03-08',
};
const verify = async (photo: Buffer) => (await verifier.verify({ ...asked, photo })).judgement;

const failed = async (photo: Buffer) => {
  const { verdict, measures } = await verify(photo);
  const ids = measures.filter((measure) => measure.verdict === 'fail').map((measure) => measure.id);
  expect(verdict).toBe(ids.length > 0 ? 'fail' : verdict);
  return ids;
};
const jpeg = (picture: Sharp) => picture.jpeg({ quality: 92 }).toBuffer();
const painted = (svg: string) =>
  jpeg(
    sharp(good).composite([
      {
        input: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="960" height="1280">${svg}</svg>`),
      },
    ]),
  );

describe('a bad photo fails by exactly its measure', () => {
  it('out of focus', async () => {
    expect(await failed(await drawPortrait({ seed: 3, blur: 5 }))).toEqual(['sharpness']);
  });

  it('enlarged from a small one', async () => {
    const small = await sharp(good).resize(120).png().toBuffer();
    expect(await failed(await jpeg(sharp(small).resize(480, 640)))).toEqual(['sharpness']);
  });

  it('in the dark, and blown out', async () => {
    expect(await failed(await drawPortrait({ seed: 3, brightness: 0.22 }))).toEqual(['luminanceMean']);
    expect(await failed(await drawPortrait({ seed: 3, brightness: 1.6 }))).toEqual(['overExposure']);
  });

  it('half in shadow', async () => {
    const shadow = await painted(
      '<rect x="150" y="300" width="340" height="540" fill="#000" opacity=".93"/>',
    );
    expect(await failed(shadow)).toEqual(['underExposure']);
  });

  it('black and white, or with a colour cast', async () => {
    expect(await failed(await jpeg(sharp(good).greyscale()))).toEqual(['colourfulness']);
    const warm = sharp(good).recomb([
      [1.1, 0, 0],
      [0, 0.92, 0],
      [0, 0, 0.55],
    ]);
    expect(await failed(await jpeg(warm))).toEqual(['naturalColour']);
  });

  it('before a blue wall, or before a shelf', async () => {
    expect(await failed(await drawPortrait({ seed: 3, background: '#438edb' }))).toEqual([
      'backgroundColour',
    ]);
    const shelf =
      '<rect y="60" width="120" height="560" fill="#7a5230"/><rect y="200" width="120" height="20" fill="#222"/>';
    expect(await failed(await painted(shelf))).toEqual(['backgroundUniformity']);
  });

  it('too small, stretched, or squeezed into a few kilobytes', async () => {
    expect(await failed(await jpeg(sharp(good).resize(450, 600)))).toEqual(['width']);
    expect(await failed(await jpeg(sharp(good).resize(480, 700, { fit: 'fill' })))).toEqual(['aspectRatio']);
    const squeezed = await sharp(good).resize(480).jpeg({ quality: 6 }).toBuffer();
    expect(await failed(squeezed)).toContain('fileBytes');
  });

  it('not a portrait at all', async () => {
    const desk = await onDesk(await drawIdCard({ side: 'portrait', idNumber: '630103199903081224' }));
    expect((await verify(desk)).verdict).toBe('fail');
    await expect(verify(truncated(good))).rejects.toMatchObject({ code: 'photo.unavailable' });
  });
});

describe('a good photo', () => {
  it.each([0, 1, 2, 3, 4, 5, 6, 7])('passes (person %i)', async (seed) => {
    const { verdict, measures } = await verify(await drawPortrait({ seed }));
    expect(measures.filter((measure) => measure.verdict !== 'pass')).toEqual([]);
    expect(verdict).toBe('pass');
  });

  it('passes as the standard copy as well, which keeps size, density and file size', async () => {
    const copy = await images.normalise(good, standardCopy(profile));
    expect([copy.width, copy.height]).toEqual([480, 640]);
    expect(copy.bytes.length).toBeLessThanOrEqual(40 * 1024);
    expect((await sharp(copy.bytes).metadata()).density).toBe(300);
    expect((await verify(copy.bytes)).verdict).toBe('pass');
  });

  it('passes before a light grey wall with a warning', async () => {
    const { verdict, measures } = await verify(await drawPortrait({ seed: 3, background: '#c8c8c8' }));
    expect(verdict).toBe('warn');
    expect(measures.find((measure) => measure.verdict === 'warn')!.id).toBe('backgroundColour');
  });

  it('is not judged, and no try counted, while the service is overloaded', async () => {
    const closed = openImages();
    await closed.close();
    const shut = openVerifier([pixelExaminer(closed)]);
    await expect(shut.verify({ ...asked, photo: good })).rejects.toMatchObject({ code: 'photo.unavailable' });
  });
});

describe('several examiners', () => {
  const found =
    (values: MeasureValues, more: object = {}): Examiner =>
    async () => ({ values, ...more });
  const verified = (...examiners: Examiner[]) => openVerifier(examiners).verify({ ...asked, photo: good });

  it('are asked in turn, and judged by all they found', async () => {
    const face = { eyes: [] } as never;
    const limits = {
      ...profile,
      limits: { faceDistance: { failAbove: 0.56 }, populationMatch: { failBelow: 0.5 } },
    };
    const input = { ...asked, profile: limits, photo: good };
    const two = openVerifier([
      found({ faceDistance: 0.3 }, { face, card: { name: '马玉' } }),
      found({ populationMatch: 1 }),
    ]);
    const { judgement, card } = await two.verify(input);
    expect(judgement.measures.map(({ id }) => id)).toEqual(['faceDistance', 'populationMatch']);
    expect([judgement.verdict, judgement.face, card]).toEqual(['pass', face, { name: '马玉' }]);
  });

  it('after one whose values fail are not asked: no foreign service sees a photo that fails anyway', async () => {
    let seen = false;
    const { judgement } = await verified(found({ sharpness: 1 }), async () => {
      seen = true;
      return { values: {} };
    });
    expect([judgement.verdict, seen]).toEqual(['fail', false]);
  });

  it('one of whom cannot answer: nobody passes', async () => {
    const broken: Examiner = () => Promise.reject(new Error('down'));
    await expect(verified(found({ sharpness: 500 }), broken)).rejects.toMatchObject({
      code: 'photo.unavailable',
    });
  });
});
