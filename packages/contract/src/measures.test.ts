import { describe, expect, it } from 'vitest';
import { LIMITS } from './measures-limits.ts';
import { judge, MEASURES, PhotoProfile, sizeValues, type MeasureValues } from './measures.ts';

const profile: PhotoProfile = {
  name: '示例',
  minWidth: 480,
  minHeight: 640,
  width: 480,
  height: 640,
  dpi: 300,
  background: { name: '白色', rgb: [255, 255, 255] },
  rules: [],
  source: '',
  limits: LIMITS,
};

const good: MeasureValues = {
  ...sizeValues(profile, { width: 480, height: 640, bytes: 30_000 }),
  luminanceMean: 160,
  underExposure: 0.02,
  overExposure: 0.01,
  sharpness: 300,
  colourfulness: 60,
  naturalColour: 0,
  backgroundUniformity: 5,
  backgroundColour: 20,
};

// One value just outside and one just inside of each limit; the measure must be the only one that is named.
const borders: [keyof MeasureValues, verdict: 'fail' | 'warn', outside: number, inside: number][] = [
  ['width', 'fail', 479, 480],
  ['height', 'fail', 639, 640],
  ['aspectRatio', 'fail', 0.021, 0.02],
  ['fileBytes', 'fail', 6143, 6144],
  ['fileBytes', 'warn', 12_287, 12_288],
  ['fileBytes', 'fail', 15 * 1024 * 1024 + 1, 15 * 1024 * 1024],
  ['luminanceMean', 'fail', 44.9, 45],
  ['luminanceMean', 'warn', 59.9, 60],
  ['underExposure', 'fail', 0.351, 0.35],
  ['underExposure', 'warn', 0.251, 0.25],
  ['overExposure', 'fail', 0.121, 0.12],
  ['overExposure', 'warn', 0.061, 0.06],
  ['sharpness', 'fail', 59.9, 60],
  ['sharpness', 'warn', 99.9, 100],
  ['colourfulness', 'fail', 7.9, 8],
  ['naturalColour', 'fail', 10.1, 10],
  ['naturalColour', 'warn', 6.1, 6],
  ['backgroundUniformity', 'fail', 40.1, 40],
  ['backgroundUniformity', 'warn', 25.1, 25],
  ['backgroundColour', 'fail', 130.1, 130],
  ['backgroundColour', 'warn', 80.1, 80],
  ['compression', 'fail', 2.01, 2],
  ['compression', 'warn', 1.71, 1.7],
  ['borders', 'fail', 0.011, 0.01],
  ['singleFacePresent', 'fail', 0, 1],
  ['singleFacePresent', 'fail', 2, 1],
  ['headSize', 'fail', 0.359, 0.36],
  ['headSize', 'fail', 0.721, 0.72],
  ['headSize', 'warn', 0.399, 0.4],
  ['headSize', 'warn', 0.661, 0.66],
  ['faceWidth', 'fail', 0.299, 0.3],
  ['faceWidth', 'fail', 0.626, 0.625],
  ['faceWidth', 'warn', 0.374, 0.375],
  ['horizontalPosition', 'fail', 0.061, 0.06],
  ['horizontalPosition', 'warn', 0.041, 0.04],
  ['marginAbove', 'fail', 0.039, 0.04],
  ['marginLeft', 'fail', 0.119, 0.12],
  ['marginRight', 'fail', 0.119, 0.12],
  ['hairline', 'fail', 161, 160],
  ['hairline', 'warn', 49, 50],
  ['eyeLine', 'fail', 341, 340],
  ['eyeLine', 'warn', 199, 200],
  ['headPoseRoll', 'fail', 10.1, 10],
  ['headPoseRoll', 'warn', 5.1, 5],
  ['headPoseYaw', 'fail', 15.1, 15],
  ['headPosePitch', 'fail', 15.1, 15],
  ['eyesOpen', 'fail', 0.159, 0.16],
  ['eyesOpen', 'warn', 0.199, 0.2],
  ['mouthClosed', 'fail', 0.061, 0.06],
  ['mouthClosed', 'warn', 0.031, 0.03],
];

describe('judging a photo', () => {
  it.each(borders)('%s: %s at %d, better at %d', (id, verdict, outside, inside) => {
    const named = (value: number) =>
      judge(profile, { ...good, [id]: value }).measures.filter((measure) => measure.verdict === verdict);
    expect(judge(profile, { ...good, [id]: outside }).verdict).toBe(verdict);
    expect(named(outside).map((measure) => measure.id)).toEqual([id]);
    expect(named(outside)[0]!.sentence).toMatch(/。$/);
    expect(named(inside)).toEqual([]);
  });

  it('tells what differs from what could not be read, though only warned of', () => {
    const said = (cardSex: number) =>
      judge(profile, { ...good, cardSex }).measures.find((measure) => measure.id === 'cardSex')!;
    expect(said(0)).toMatchObject({ verdict: 'warn', text: '不一致' });
    expect(said(0).sentence).toContain('不符');
    expect(said(0.5).sentence).toContain('未能识读');
    expect(said(1).sentence).toBeUndefined();
  });

  it('fails what could not be measured as a number', () => {
    expect(judge(profile, { ...good, sharpness: Number.NaN }).verdict).toBe('fail');
  });

  it('names one cause once: a dark picture is not also blamed for its background', () => {
    const { measures } = judge(profile, {
      ...good,
      luminanceMean: 30,
      underExposure: 0.9,
      backgroundColour: 300,
    });
    expect(measures.filter((measure) => measure.verdict === 'fail').map((measure) => measure.id)).toEqual([
      'luminanceMean',
    ]);
    expect(measures.some((measure) => measure.id === 'backgroundColour')).toBe(false);
  });

  it('shows value and limit as people read them', () => {
    const shown = judge(profile, {
      ...good,
      overExposure: 0.1234,
      fileBytes: 4096,
      backgroundColour: 200,
    }).measures;
    const of = (id: string) => shown.find((measure) => measure.id === id)!;
    expect(of('overExposure')).toMatchObject({ value: 12.3, unit: '%', limit: '≤ 12 %' });
    expect(of('fileBytes')).toMatchObject({
      value: 4,
      unit: 'KB',
      limit: '≥ 6 KB，≤ 15360 KB',
      advised: '≥ 12 KB',
    });
    expect(of('width').advised).toBeUndefined();
    expect(of('width')).toMatchObject({ value: 480, limit: '≥ 480 像素', verdict: 'pass' });
    expect(of('width').sentence).toBeUndefined();
    expect(of('backgroundColour').sentence).toContain('应为白色');
  });

  it('passes a good photo by every measure taken, in the order of the list', () => {
    const { verdict, measures } = judge(profile, good);
    expect(verdict).toBe('pass');
    const taken = MEASURES.map((measure) => measure.id).filter((id) => id in good);
    expect(measures.map((measure) => measure.id)).toEqual(taken);
  });

  it('follows the limits of the profile, not its own', () => {
    const stricter = { ...profile, limits: { ...LIMITS, sharpness: { failBelow: 400 } } };
    expect(judge(stricter, good).verdict).toBe('fail');
    expect(PhotoProfile.parse(stricter)).toEqual(stricter);
  });
});
