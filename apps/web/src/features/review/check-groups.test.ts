import { describe, expect, it } from 'vitest';
import type { Measured } from '@zikao/contract/measures';
import { sortChecks } from './check-groups.ts';

const measure = (id: string, verdict: Measured['verdict'], more: Partial<Measured> = {}): Measured => ({
  id,
  label: id,
  value: 1,
  unit: '',
  limit: '',
  verdict,
  ...more,
});

describe('the checks of a photo', () => {
  it('are none without measures', () => {
    expect(sortChecks([])).toEqual({ flagged: [], groups: [] });
  });

  it('put refused before advised, in the order they were measured', () => {
    const { flagged } = sortChecks([
      measure('eyesOpen', 'warn'),
      measure('sharpness', 'fail'),
      measure('headSize', 'pass'),
      measure('cardNumber', 'fail'),
    ]);
    expect(flagged.map(({ id }) => id)).toEqual(['sharpness', 'cardNumber', 'eyesOpen']);
  });

  it('gather what passed by groups in the order of the list, identity last', () => {
    const { groups } = sortChecks([
      measure('faceDistance', 'pass', { group: 'identity' }),
      measure('width', 'pass', { group: 'file' }),
      measure('headSize', 'pass', { group: 'face' }),
      measure('eyesOpen', 'pass', { group: 'face' }),
    ]);
    expect(groups.map(({ title, passed }) => [title, passed.length])).toEqual([
      ['人脸与构图', 2],
      ['尺寸与文件', 1],
      ['身份信息比对', 1],
    ]);
  });

  it('find the group of an old judgement by the measure, and lose none that is gone', () => {
    const { groups } = sortChecks([measure('luminanceMean', 'pass'), measure('beauty', 'pass')]);
    expect(groups.map(({ title }) => title)).toEqual(['光线与清晰度', '其他']);
  });
});
