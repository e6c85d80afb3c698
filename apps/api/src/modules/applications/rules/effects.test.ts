import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as contract from '@zikao/contract/applications/endpoints';
import type { Answers } from '@zikao/contract/forms/fields';
import { getRecord } from '@zikao/contract/records';
import { getScores } from '@zikao/contract/scores';
import { beginEnrolment } from '@zikao/contract/enrolments';
import { reverseEntries, unfreezeRecord } from '#modules/records';
import { undoCorrection } from '#modules/scores';
import { transaction } from '#platform/context';
import { windows } from '#tables/exams';
import { createTestApp, type TestApp } from '#test/app';
import { aCtx } from '#test/ctx';
import { applicationTime } from '#test/factories/applications';
import {
  anApprovedCandidate,
  anEnrolment,
  anExam,
  CLOSES,
  DURING,
  OPENS,
  SESSION,
} from '#test/factories/enrolments';
import { anOfficer } from '#test/factories/identity';
import { aFrozenRecord, anAdmissionNumber, aRecordEntry } from '#test/factories/records';
import { arePublished, aScore, LAST_SESSION } from '#test/factories/scores';
import { HANDLED } from './index.ts';
import type { Approved } from './rule.ts';

let product: TestApp;
let ctx: ReturnType<typeof aCtx>;
let candidate: Awaited<ReturnType<typeof anApprovedCandidate>>;
beforeAll(async () => {
  product = await createTestApp();
  await anExam(product);
  await applicationTime(product);
  ctx = aCtx(product, await anOfficer(product, { role: 'province' }));
});
afterAll(() => product.close());
beforeEach(async () => {
  await product.at(DURING);
  candidate = await anApprovedCandidate(product);
  await anAdmissionNumber(product, candidate.id);
});

const record = async () => (await candidate.caller.call(getRecord)).body;
const approved = (answers: Answers, more: Partial<Approved> = {}): Approved => ({
  id: crypto.randomUUID(),
  candidate: candidate.id,
  no: 1,
  session: SESSION,
  district: 'T1',
  reference: 'ZR2703050001',
  answers,
  outcome: {},
  ...more,
});
const effect = (kind: string, of: Approved) => transaction(ctx, (ctx) => HANDLED[kind]!.effect(ctx, of));
const sourceOf = ({ id, no }: Approved) => `application:${id}:${no}`;

/** Runs an effect twice, and once more in a transaction that fails: what it means is there once, or not at all. */
async function proves(kind: string, of: Approved, read: () => Promise<unknown>): Promise<void> {
  const before = await read();
  const failing = transaction(ctx, async (ctx) => {
    await HANDLED[kind]!.effect(ctx, of);
    throw new Error('crash');
  });
  await expect(failing).rejects.toThrow('crash');
  expect(await read()).toEqual(before);
  await effect(kind, of);
  const once = await read();
  expect(once).not.toEqual(before);
  await effect(kind, of);
  expect(await read()).toEqual(once);
}

test('转入: the courses are in the record, marked, under their own names, and can be taken back', async () => {
  const courses = [
    { code: 'X98', name: '民族理论与政策', score: '77', date: '2025-10-25' },
    { code: 'T06', name: '外国文学史', score: '良好', date: '2024-04-13' },
  ];
  const of = approved({ courses, major: 'TM1', province: '620000' });
  await proves('transferIn', of, record);
  expect((await record()).items).toMatchObject([
    { code: 'T06', kind: 'transferred', score: '良好', when: '2024 年 4 月', credits: 6 },
    { code: 'X98', name: '民族理论与政策', kind: 'transferred', origin: 'transferIn', when: '2025 年 10 月' },
  ]);
  await reverseEntries(ctx, sourceOf(of), '转考平台核对不符');
  expect((await record()).items).toEqual([]);
  // Decided anew on another submission, they come again.
  await effect('transferIn', { ...of, no: 2 });
  expect((await record()).items).toHaveLength(2);
});

test('转出: the record is frozen, 报考 and applications are refused, until it is restored', async () => {
  await aRecordEntry(product, candidate.id, { course: 'T01', kind: 'passed', score: '70' });
  const of = approved({ province: '620000', courses: ['T01'] });
  await proves('transferOut', of, record);
  expect((await record()).standing).toMatchObject({
    state: 'frozen',
    detail: expect.stringContaining('甘肃省'),
  });
  const refused = await candidate.caller.call(beginEnrolment);
  expect([refused.status, refused.body.code]).toEqual([409, 'record.blocked']);
  for (const kind of ['change', 'transferIn', 'transferOut', 'exemption']) {
    const { body } = await candidate.caller.call(contract.getKind, { params: { kind } });
    expect([kind, body.gate]).toMatchObject([
      kind,
      { reason: 'rule', detail: expect.stringContaining('甘肃省') },
    ]);
  }
  await unfreezeRecord(ctx, candidate.id, '转入地未接收');
  expect((await record()).standing).toEqual({ state: 'registered' });
  expect((await candidate.caller.call(beginEnrolment)).status).toBe(201);
});

test('免考: the course counts as exempted, and can be taken back', async () => {
  const of = approved({ course: 'T03' });
  await proves('exemption', of, record);
  expect((await record()).items).toMatchObject([
    { code: 'T03', name: '美学', kind: 'exempted', when: '2027 年 3 月', origin: 'exemption' },
  ]);
  await reverseEntries(ctx, sourceOf(of), '证书经核查无效');
  expect(await record()).toMatchObject({
    items: [],
    past: [{ because: 'reversed', reason: '证书经核查无效' }],
  });
});

test('成绩复核: what was wrong is corrected with its trace and enters the record; what was right stays', async () => {
  await arePublished(product, OPENS);
  const publishedAt = new Date(OPENS);
  const t01 = await aScore(product, candidate.id, { course: 'T01', number: 57, publishedAt });
  await aScore(product, candidate.id, { course: 'T02', number: 58, publishedAt });
  await aScore(product, candidate.id, { course: 'T03', number: 66, publishedAt });
  const asked = ['T01', 'T02', 'T03'].map((value) => ({ value, note: '与估计的分数相差较大' }));
  const results = [
    { value: 'T01', result: 'sum', score: '62' },
    { value: 'T02', result: 'unchanged' },
    { value: 'T03', result: 'refused', note: '不属于复核范围' },
  ];
  const more = { session: LAST_SESSION, outcome: { province: { results } } };
  const of = approved({ courses: asked }, more);
  const values = async () => (await candidate.caller.call(getScores)).body.sessions[0].items;
  await proves('recheck', of, async () => [await values(), await record()]);
  expect(await values()).toMatchObject([
    { value: '62', passed: true, corrected: { from: '57', reason: '成绩复核（ZR2703050001）：合分有误' } },
    { value: '58', passed: false },
    { value: '66' },
  ]);
  expect((await record()).items).toMatchObject([{ code: 'T01', score: '62', origin: 'recheck' }]);
  const undo = () => transaction(ctx, (ctx) => undoCorrection(ctx, t01, sourceOf(of), '复核结果录入有误'));
  await undo();
  expect([(await values())[0], (await record()).items]).toMatchObject([{ value: '57', passed: false }, []]);
});

test('成绩复核: a result is needed for each course that was asked for, and for no other', async () => {
  const asked = { courses: [{ value: 'T01', note: '与估计的分数相差较大' }] };
  for (const results of [[], [{ value: 'T02', result: 'unchanged' }]]) {
    const of = approved(asked, { session: LAST_SESSION, outcome: { province: { results } } });
    await expect(effect('recheck', of)).rejects.toMatchObject({ code: 'conflict' });
  }
});

test('the forms list what is on file, and say why something cannot be chosen', async () => {
  const { id, caller } = candidate;
  await anEnrolment(product, id);
  await aRecordEntry(product, id, { course: 'T01', kind: 'passed', score: '70' });
  await aRecordEntry(product, id, { course: 'T02', kind: 'exempted', origin: 'exemption' });
  await aRecordEntry(product, id, { course: 'T05', kind: 'practice', score: '良好', origin: 'practice' });
  const options = async (kind: string) => {
    const begun = await caller.call(contract.beginApplication, { body: { kind } });
    expect([kind, begun.status]).toEqual([kind, 201]);
    const { body } = await caller.call(contract.getApplicationOptions, { params: { id: begun.body.id } });
    return body;
  };
  expect((await options('transferOut')).recordCourse).toEqual([
    { code: 'T01', name: 'T01 语言学概论 70 2026 年 10 月' },
    { code: 'T02', name: 'T02 中国近现代史纲要 2026 年 10 月', unavailable: '免考课程不能转出' },
    {
      code: 'T05',
      name: 'T05 软件工程（实践） 良好 2026 年 10 月',
      unavailable: '理论部分没有合格的实践课程不能转出',
    },
  ]);
  const { planCourse, certificate } = await options('exemption');
  expect(
    planCourse.map(({ code, unavailable }: { code: string; unavailable?: string }) => [code, unavailable]),
  ).toEqual([
    ['T01', '已在考籍中，不需要免考'],
    ['T02', '已在考籍中，不需要免考'],
    ['T03', undefined],
    ['T05', '已在考籍中，不需要免考'],
    ['T07', undefined],
  ]);
  expect(certificate[0]).toMatchObject({ code: 'NCRE1', name: expect.stringContaining('计算机应用基础') });
});

test('成绩复核 lists the published scores of its session, in the window that publication opened', async () => {
  const { db } = product.services;
  const [opensAt, closesAt] = [new Date(OPENS), new Date(CLOSES)];
  await arePublished(product, OPENS);
  await db.insert(windows).values({ session: LAST_SESSION, function: 'recheck', opensAt, closesAt });
  await db.delete(windows).where(eq(windows.session, SESSION)); // nothing else is open
  const gate = async () =>
    (await candidate.caller.call(contract.getKind, { params: { kind: 'recheck' } })).body.gate;
  expect(await gate()).toMatchObject({ reason: 'rule', detail: expect.stringContaining('2026 年 10 月') });
  await aScore(product, candidate.id, { course: 'T01', number: 57, publishedAt: opensAt });
  await aScore(product, candidate.id, { course: 'T02', mark: 'cheating', publishedAt: opensAt });
  await aScore(product, candidate.id, { course: 'T03', number: 57 });
  expect(await gate()).toBeUndefined();
  const begun = await candidate.caller.call(contract.beginApplication, { body: { kind: 'recheck' } });
  const params = { id: begun.body.id };
  const { body } = await candidate.caller.call(contract.getApplicationOptions, { params });
  expect(body.score).toEqual([
    { code: 'T01', name: 'T01 语言学概论 57' },
    { code: 'T02', name: 'T02 中国近现代史纲要 作弊', unavailable: expect.stringContaining('违规') },
  ]);
});

test('a frozen record takes no application but about scores that were earned before', async () => {
  await aFrozenRecord(product, candidate.id);
  const { body } = await candidate.caller.call(contract.getKind, { params: { kind: 'recheck' } });
  expect(body.gate?.detail ?? '').not.toContain('转出');
});
