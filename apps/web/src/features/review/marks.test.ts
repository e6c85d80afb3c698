import { describe, expect, it } from 'vitest';
import type { Measured } from '@zikao/contract/measures';
import type { FaceMarks } from '@zikao/contract/verification';
import { bandsOf, linesOf } from './marks.ts';

const face: FaceMarks = {
  box: { x: 0.3, y: 0.15, width: 0.4, height: 0.5 },
  eyes: [
    { x: 0.4, y: 0.38 },
    { x: 0.6, y: 0.42 },
  ],
  crown: 0.06,
  chin: 0.65,
};
const measure = (id: string, limit: string, more: Partial<Measured> = {}): Measured => ({
  id,
  label: id,
  value: 0,
  unit: '',
  limit,
  verdict: 'pass',
  ...more,
});

describe('the limits in the picture', () => {
  it('has none for what was not measured, has no limit, or is no place', () => {
    expect(bandsOf(face, [])).toEqual([]);
    const nowhere = [measure('eyeLine', ''), measure('sharpness', '≥ 60 分'), measure('cardNumber', '一致')];
    expect(bandsOf(face, nowhere)).toEqual([]);
  });

  it('counts the top of the hair and the eye line in pixels of the standard', () => {
    expect(bandsOf(face, [measure('eyeLine', '≥ 200 像素，≤ 300 像素', { verdict: 'fail' })])).toEqual([
      { id: 'eyeLine', across: 'y', from: 200 / 640, to: 300 / 640, verdict: 'fail' },
    ]);
  });

  it('takes the advised range rather than the one that is still let through', () => {
    const [band] = bandsOf(face, [
      measure('hairline', '≥ 20 像素，≤ 150 像素', { advised: '≥ 50 像素，≤ 110 像素' }),
    ]);
    expect(band).toMatchObject({ from: 50 / 640, to: 110 / 640 });
  });

  it('lets an open end reach the edge of the picture', () => {
    const [band] = bandsOf(face, [measure('hairline', '≥ 50 像素')]);
    expect(band).toMatchObject({ from: 50 / 640, to: 1 });
  });

  it('puts both edges of a permitted face into strips around its middle', () => {
    const strips = bandsOf(face, [measure('faceWidth', '≥ 38 %，≤ 62 %')]);
    expect(strips.map(({ from, to }) => [from, to].map((share) => share.toFixed(2)))).toEqual([
      ['0.19', '0.31'],
      ['0.69', '0.81'],
    ]);
  });

  it('marks margins along their edges, where they are not kept', () => {
    const kept = measure('marginLeft', '≥ 12 %');
    expect(bandsOf(face, [kept])).toEqual([]);
    const margins = ['marginAbove', 'marginLeft', 'marginRight'].map((id) =>
      measure(id, '≥ 12 %', { verdict: 'fail' }),
    );
    expect(bandsOf(face, margins).map(({ across, from, to }) => [across, from, to])).toEqual([
      ['y', 0, 0.12],
      ['x', 0, 0.12],
      ['x', 0.88, 1],
    ]);
  });

  it('never draws outside of the picture', () => {
    const left = { ...face, box: { ...face.box, x: -0.1 } };
    expect(bandsOf(left, [measure('faceWidth', '≥ 38 %，≤ 62 %')])[0]).toMatchObject({ from: 0, to: 0 });
  });
});

it('the lines of a face run from crown to chin, the eyes at the middle of both', () => {
  expect(linesOf(face).map(({ label, at }) => `${label} ${at.toFixed(2)}`)).toEqual([
    '头顶 0.06',
    '眼睛 0.40',
    '下巴 0.65',
  ]);
});
