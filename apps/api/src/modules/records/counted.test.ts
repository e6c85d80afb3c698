import { expect, test } from 'vitest';
import { counted, type EntryRow } from './counted.ts';

let serial = 0;
const row = (more: Partial<EntryRow>): EntryRow => ({
  id: `e${(serial += 1)}`,
  seq: 1n,
  admissionNumber: '010121200017',
  course: '03708',
  courseName: null,
  credits: null,
  kind: 'passed',
  score: null,
  session: null,
  when: '2026 年 10 月',
  major: null,
  origin: 'scores',
  source: null,
  reverses: null,
  reason: null,
  by: null,
  at: new Date('2026-11-20T00:00:00Z'),
  ...more,
});
const result = (...rows: EntryRow[]) => {
  const { counting, past } = counted(rows);
  return {
    counting: [...counting.values()].map(({ kind, score }) => `${kind} ${score}`),
    past: past.map(({ entry, because }) => `${entry.score} ${because}`),
  };
};

test('of several scores of a course the best counts, whichever came first', () => {
  const [low, high] = [row({ score: '62' }), row({ score: '81' })];
  for (const rows of [
    [low, high],
    [high, low],
  ])
    expect(result(...rows)).toEqual({ counting: ['passed 81'], past: ['62 bettered'] });
});

test('of several grades the best counts too; beside a number a grade weighs what its band begins with', () => {
  const grades = (...scores: string[]) =>
    result(...scores.map((score) => row({ kind: 'practice', score }))).counting;
  expect(grades('优秀', '合格')).toEqual(['practice 优秀']);
  expect(grades('中等', '良好')).toEqual(['practice 良好']);
  expect(grades('90', '合格')).toEqual(['practice 90']);
  expect(grades('合格', '58')).toEqual(['practice 合格']);
});

test('without numbers to compare the latest counts', () => {
  expect(result(row({ kind: 'exempted' }), row({ score: '70' }))).toEqual({
    counting: ['passed 70'],
    past: ['null bettered'],
  });
});

test('an entry taken back counts no more; what it had bettered does again', () => {
  const [low, high] = [row({ score: '62' }), row({ score: '81' })];
  const back = row({ kind: 'reversal', reverses: high.id, reason: '成绩复核' });
  expect(result(low, high, back)).toEqual({ counting: ['passed 62'], past: ['81 reversed'] });
});

test('不合格 is on file and counts for nothing, four grades of five count', () => {
  const grades = ['优秀', '良好', '中等', '合格', '不合格'];
  const rows = grades.map((score, i) => row({ kind: 'practice', course: String(i), score }));
  expect(result(...rows)).toEqual({
    counting: ['practice 优秀', 'practice 良好', 'practice 中等', 'practice 合格'],
    past: ['不合格 failed'],
  });
});
