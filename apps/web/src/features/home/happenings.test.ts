import { expect, it } from 'vitest';
import { mergeTimelines, toneOf } from './happenings.ts';

it('puts several timelines together, newest first, whatever their offsets', () => {
  const merged = mergeTimelines([
    { of: '基本信息', entries: [{ at: '2027-03-01T01:00:00Z', label: 'a' }] },
    {
      of: '免考申请',
      entries: [
        { at: '2027-03-01T10:00:00+08:00', label: 'b' },
        { at: '2027-03-01T08:00:00+08:00', label: 'c' },
      ],
    },
    { of: '免考申请', entries: [{ at: '2027-03-02T08:00:00+08:00', label: 'd' }] },
  ]);
  expect(merged.map(({ label, of }) => of + label)).toEqual([
    '免考申请d',
    '免考申请b',
    '基本信息a',
    '免考申请c',
  ]);
  expect(new Set(merged.map(({ id }) => id)).size).toBe(4);
});

it.each([
  ['考区审核不通过', 'no'],
  ['照片验证未通过', 'no'],
  ['考区审核通过，报考成功', 'ok'],
  ['提交考区审核', 'info'],
])('%s is %s', (label, tone) => {
  expect(toneOf(label)).toBe(tone);
});
