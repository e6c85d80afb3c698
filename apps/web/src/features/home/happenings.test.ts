import { expect, it } from 'vitest';
import type { Profile } from '@zikao/contract/candidates';
import { happenings, mergeTimelines, toneOf } from './happenings.ts';

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

it('tells what came out beside what was filed: seats, scores, and what corrected one', () => {
  const score = { id: '1', code: '00001', name: '美学', credits: 6, value: '61', passed: true };
  const corrected = { from: '58', at: '2027-05-12T02:00:00Z', reason: '合分有误' };
  const published = {
    scores: [
      {
        id: '2027-04',
        name: '2027 年 4 月',
        publishedAt: '2027-05-08T02:00:00Z',
        items: [{ ...score, corrected }],
      },
    ],
    sittings: [],
  };
  const all = happenings({ timeline: [] } as unknown as Profile, null, [], published);
  expect(all.map(({ of, label, note }) => `${of} ${label} ${note}`)).toEqual([
    '2027 年 4 月考试 成绩已更正 美学：58 改为 61',
    '2027 年 4 月考试 成绩已公布 1 门，合格 1 门',
  ]);
});
