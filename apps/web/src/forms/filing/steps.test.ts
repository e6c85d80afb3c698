import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { field } from '@zikao/contract/forms/fields';
import { form } from '@zikao/contract/forms/form';
import { fixedFields, neighbours, reachedStep, stepOf } from './steps.ts';

const text = (label: string) => field({ input: 'text', label, schema: z.string().min(1, `请填写${label}`) });
const away = ({ away: gone }: Record<string, unknown>) => gone === '1';
const sample = form({
  name: 'sample',
  title: '示例',
  steps: [
    { key: 'notice', title: '须知', kind: 'notice', text: 'rules', tick: '已阅读', next: '继续' },
    {
      key: 'person',
      title: '个人',
      kind: 'fields',
      next: '下一步',
      groups: [
        {
          title: '基本',
          fields: {
            id: field({ input: 'fixed', label: '证件号码', schema: z.string() }),
            away: text('外地'),
          },
        },
      ],
    },
    {
      key: 'place',
      title: '去向',
      kind: 'fields',
      next: '下一步',
      show: away,
      groups: [{ title: '去向', fields: { place: text('省份') } }],
    },
    { key: 'preview', title: '预览', kind: 'preview', next: '提交' },
  ],
});
const home = { id: '63', away: '0' };
const left = { id: '63', away: '1' };

describe('the furthest step', () => {
  it('is the notice until it is agreed to, whatever is filled in', () => {
    expect(reachedStep(sample, home, false)).toBe('notice');
  });
  it('is the first step with something missing', () => {
    expect(reachedStep(sample, { id: '63' }, true)).toBe('person');
    expect(reachedStep(sample, left, true)).toBe('place');
  });
  it('is the preview when every step that the answers call for is right', () => {
    expect(reachedStep(sample, home, true)).toBe('preview');
    expect(reachedStep(sample, { ...left, place: '甘肃' }, true)).toBe('preview');
  });
});

it('上一步 and 下一步 leave out what the answers do not call for', () => {
  expect(neighbours(sample, home, 'person')).toEqual({ before: 'notice', after: 'preview' });
  expect(neighbours(sample, left, 'person')).toEqual({ before: 'notice', after: 'place' });
  expect(neighbours(sample, home, 'notice')).toEqual({ after: 'person' });
});

it('修改 leads to the step that asks for the field', () => {
  expect(stepOf(sample, left, 'place')).toBe('place');
  expect(stepOf(sample, home, 'place')).toBeUndefined();
  expect(fixedFields(sample, home)).toEqual(new Set(['id']));
});
