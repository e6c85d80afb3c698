import { describe, expect, it } from 'vitest';
import type { Measured } from '@zikao/contract/measures';
import { groupsOf } from './measure-groups.ts';

const measured = (id: string, group: Measured['group'], verdict: Measured['verdict'] = 'pass'): Measured => ({
  id,
  label: id,
  value: 0,
  unit: '',
  limit: '',
  verdict,
  ...(group && { group }),
});

describe('measures under their headings', () => {
  it('come in the order of the headings, what failed first, empty headings left out', () => {
    const groups = groupsOf([
      measured('cardName', 'identity', 'warn'),
      measured('headSize', 'face'),
      measured('eyesOpen', 'face', 'warn'),
      measured('mouthClosed', 'face', 'fail'),
    ]);
    expect(groups.map(({ title }) => title)).toEqual(['人脸与构图', '身份信息比对']);
    expect(groups[0]!.measures.map(({ id }) => id)).toEqual(['mouthClosed', 'eyesOpen', 'headSize']);
  });

  it('keep those judged before there were headings', () => {
    expect(groupsOf([measured('width', undefined)])).toHaveLength(1);
  });
});
