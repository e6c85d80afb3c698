import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { listMessages } from '@zikao/contract/messages';
import { getRecord } from '@zikao/contract/records';
import { getScores } from '@zikao/contract/scores';
import { transaction } from '#platform/context';
import { scoreCorrections, scores } from '#tables/scores';
import { createTestApp, type TestApp } from '#test/app';
import { aCtx } from '#test/ctx';
import { anApprovedCandidate, anExam } from '#test/factories/enrolments';
import { anOfficer } from '#test/factories/identity';
import { anAdmissionNumber } from '#test/factories/records';
import { aScore, LAST_SESSION, publish } from '#test/factories/scores';
import { correctScore, undoCorrection } from './index.ts';

/** A Wednesday; the third working day after it is Monday the 30th. */
const OUT = '2026-11-25T01:00:00Z';

let product: TestApp;
let candidate: Awaited<ReturnType<typeof anApprovedCandidate>>;
let other: typeof candidate;
let t01: string;
let ctx: ReturnType<typeof aCtx>;

beforeAll(async () => {
  product = await createTestApp();
  await anExam(product);
  await product.at(OUT);
  candidate = await anApprovedCandidate(product);
  other = await anApprovedCandidate(product);
  for (const { id } of [candidate, other]) await anAdmissionNumber(product, id);
  t01 = await aScore(product, candidate.id, { course: 'T01', number: 58 });
  await aScore(product, candidate.id, { course: 'T02', mark: 'absent' });
  await aScore(product, candidate.id, { course: 'T03', number: 71 });
  await aScore(product, candidate.id, { course: 'T05', grade: '良好' });
  await aScore(product, candidate.id, { course: 'T06', number: 66, passed: false });
  await aScore(product, other.id, { course: 'T01', number: 90 });
  ctx = aCtx(product, await anOfficer(product, { role: 'province' }));
});
afterAll(() => product.close());
beforeEach(() => product.at(OUT));

const read = async (of = candidate) => (await of.caller.call(getScores)).body;
const record = async (of = candidate) => (await of.caller.call(getRecord)).body;
const valueOf = async (code: string) =>
  (await read()).sessions[0].items.find((item: { code: string }) => item.code === code);
const correct = (number: number, source: string) =>
  transaction(ctx, (ctx) => correctScore(ctx, { score: t01, number, reason: '成绩复核：合分有误', source }));

test('what is not published is nobody’s to read', async () => {
  expect(await read()).toEqual({ latest: null, sessions: [] });
  expect((await record()).items).toEqual([]);
});

test('a score is a number or a mark, from 0 to 100, and a mark is no pass', async () => {
  const { id } = await anApprovedCandidate(product);
  for (const wrong of [{ number: 101 }, { number: -1 }, { mark: 'void' as const, passed: true }])
    await expect(aScore(product, id, { course: 'T01', ...wrong })).rejects.toThrow();
  const { db } = product.services;
  const both = sql`insert into scores (session, candidate, course, passed) values (${LAST_SESSION}, ${id}, 'T01', false)`;
  await expect(db.execute(both)).rejects.toThrow();
});

test('a grade stands alone, is one of the five, and the last of them is no pass', async () => {
  const { id } = await anApprovedCandidate(product);
  for (const wrong of [
    { grade: '及格' as never },
    { grade: '不合格' as const, passed: true },
    { grade: '良好' as const, mark: 'absent' as const },
  ])
    await expect(aScore(product, id, { course: 'T05', ...wrong })).rejects.toThrow();
});

test('published, own scores are read with their pass flag, passes enter the record, and everybody is told', async () => {
  await publish(product);
  const { latest, sessions } = await read();
  expect(latest).toEqual({
    id: LAST_SESSION,
    name: '2026 年 10 月',
    publishedAt: new Date(OUT).toISOString(),
    // Monday 18:00 in China: the weekend does not count.
    recheck: { opensAt: new Date(OUT).toISOString(), closesAt: '2026-11-30T10:00:00.000Z', open: true },
  });
  expect(sessions).toHaveLength(1);
  expect(sessions[0].items).toMatchObject([
    { code: 'T01', name: '语言学概论', value: '58', passed: false },
    { code: 'T02', value: '缺考', passed: false },
    { code: 'T03', value: '71', passed: true },
    { code: 'T05', value: '良好', graded: true, passed: true },
    { code: 'T06', value: '66', passed: false },
  ]);
  expect((await record()).items).toMatchObject([
    { code: 'T03', kind: 'passed', score: '71', when: '2026 年 10 月', origin: 'scores' },
    { code: 'T05', kind: 'practice', score: '良好', when: '2026 年 10 月', origin: 'practice' },
  ]);
  expect((await record(other)).items).toMatchObject([{ code: 'T01', score: '90' }]);
  await product.settle();
  const { body } = await candidate.caller.call(listMessages);
  expect(body.items[0]).toMatchObject({ title: '成绩已公布' });
});

test('published once more, only what came later comes out, and the deadline stays', async () => {
  await product.at('2026-11-27T01:00:00Z');
  await aScore(product, other.id, { course: 'T03', number: 60 });
  await publish(product);
  expect((await record(other)).items).toMatchObject([{ code: 'T01' }, { code: 'T03', score: '60' }]);
  expect((await read()).latest.recheck.closesAt).toBe('2026-11-30T10:00:00.000Z');
  expect((await record()).items).toHaveLength(2);
  await product.settle();
  const { body } = await candidate.caller.call(listMessages);
  expect(body.items).toHaveLength(1);
});

test('the deadline is the minute the office closes', async () => {
  await product.at('2026-11-30T09:59:59Z');
  expect((await read()).latest.recheck.open).toBe(true);
  await product.at('2026-11-30T10:00:00Z');
  expect((await read()).latest.recheck.open).toBe(false);
});

test('a published score is not changed, moved or removed by the way', async () => {
  const { db } = product.services;
  for (const change of [
    sql`update scores set number = 61, passed = true where id = ${t01}`,
    sql`update scores set course = 'T07' where id = ${t01}`,
    sql`delete from scores where id = ${t01}`,
    sql`truncate scores cascade`,
    sql`update score_corrections set reason = ''`,
    sql`delete from score_publications`,
  ])
    await expect(db.execute(change)).rejects.toMatchObject({ cause: { code: 'ZK002' } });
});

test('a correction is traced, brings the pass into the record, and runs once', async () => {
  await correct(61, 'application:r:1');
  await correct(61, 'application:r:1');
  expect(await valueOf('T01')).toMatchObject({
    value: '61',
    passed: true,
    corrected: { from: '58', at: new Date(OUT).toISOString(), reason: '成绩复核：合分有误' },
  });
  expect((await record()).items).toMatchObject([
    { code: 'T01', score: '61', origin: 'recheck' },
    { code: 'T03' },
    { code: 'T05' },
  ]);
  const { db } = product.services;
  expect(await db.$count(scoreCorrections, eq(scoreCorrections.score, t01))).toBe(1);
});

test('a second correction takes the former entry back, and leaves both in the trace', async () => {
  await correct(64, 'application:r:2');
  const { items, past } = await record();
  expect(items[0]).toMatchObject({ code: 'T01', score: '64' });
  expect(past).toMatchObject([
    { code: 'T01', score: '61', because: 'reversed', reason: '成绩复核：合分有误' },
  ]);
});

test('only the last correction can be undone; undone, the former score and record are back', async () => {
  const undo = (source: string) =>
    transaction(ctx, (ctx) => undoCorrection(ctx, t01, source, '复核结果录入有误'));
  await expect(undo('application:r:1')).rejects.toMatchObject({ code: 'conflict' });
  await expect(undo('application:unheard')).rejects.toMatchObject({ code: 'notFound' });
  await undo('application:r:2');
  await undo('application:r:2');
  expect(await valueOf('T01')).toMatchObject({ value: '61', passed: true });
  await undo('application:r:1');
  expect(await valueOf('T01')).toMatchObject({ value: '58', passed: false, corrected: { from: '61' } });
  expect((await record()).items).toMatchObject([{ code: 'T03' }, { code: 'T05' }]);
});

test('a pass withheld after a violation stays withheld, a violation has no number to correct, an absence may', async () => {
  const rows = await product.services.db.select().from(scores).where(eq(scores.candidate, candidate.id));
  const of = (course: string) => rows.find((row) => row.course === course)!.id;
  const change = { number: 70, reason: '成绩复核：登分有误', source: 'application:w:1' };
  await transaction(ctx, (ctx) => correctScore(ctx, { ...change, score: of('T06') }));
  expect(await valueOf('T06')).toMatchObject({ value: '70', passed: false });
  const graded = transaction(ctx, (ctx) => correctScore(ctx, { ...change, score: of('T05') }));
  await expect(graded).rejects.toMatchObject({ code: 'conflict' });
  const voided = await aScore(product, candidate.id, {
    course: 'T07',
    mark: 'cheating',
    publishedAt: new Date(OUT),
  });
  const marked = transaction(ctx, (ctx) => correctScore(ctx, { ...change, score: voided }));
  await expect(marked).rejects.toMatchObject({ code: 'conflict' });
  await transaction(ctx, (ctx) => correctScore(ctx, { ...change, score: of('T02') }));
  expect(await valueOf('T02')).toMatchObject({ value: '70', passed: true, corrected: { from: '缺考' } });
});

test('a correction in a transaction that fails leaves score, trace and record as they were', async () => {
  const before = [await read(), await record(), await product.services.db.$count(scoreCorrections)];
  const failing = transaction(ctx, async (ctx) => {
    await correctScore(ctx, { score: t01, number: 88, reason: '漏评', source: 'application:x:1' });
    throw new Error('crash');
  });
  await expect(failing).rejects.toThrow('crash');
  expect([await read(), await record(), await product.services.db.$count(scoreCorrections)]).toEqual(before);
});
