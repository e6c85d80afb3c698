import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as contract from '@zikao/contract/enrolments';
import { examSessions } from '#tables/exams';
import { createTestApp, type TestApp } from '#test/app';
import type { Caller } from '#test/caller';
import { anApprovedCandidate, anEnrolment, anExam, DURING } from '#test/factories/enrolments';
import { aRecordEntry } from '#test/factories/records';

let product: TestApp;
beforeAll(async () => {
  product = await createTestApp();
  await anExam(product);
  await product.services.db
    .insert(examSessions)
    .values({ id: 'T2026-10', name: '2026 年 10 月', year: 2026, month: 10 });
});
afterAll(() => product.close());
beforeEach(() => product.at(DURING));

type Choice = { code: string; selectable: boolean; own?: boolean; note?: string; reason?: string };
const optionsOf = async (caller: Caller, query = {}) =>
  (await caller.call(contract.getEnrolmentOptions, { query })).body;
const find = (list: Choice[], code: string) => list.find((entry) => entry.code === code);

test('offers the plan in force, of the courses this session holds', async () => {
  const { caller } = await anApprovedCandidate(product);
  const { courses } = await optionsOf(caller, { major: 'TM1' });
  expect(courses.map(({ code }: Choice) => code)).toEqual(['T01', 'T02', 'T03', 'T05']);
  expect(find(courses, 'T01')).toEqual({
    code: 'T01',
    name: '语言学概论',
    credits: 6,
    slot: '1',
    own: true,
    selectable: true,
  });
});

test('says why a course cannot be chosen', async () => {
  const { caller, id } = await anApprovedCandidate(product);
  await aRecordEntry(product, id, { course: 'T01', kind: 'passed', score: '78' });
  await aRecordEntry(product, id, { course: 'T02', kind: 'exempted' });
  const { courses } = await optionsOf(caller, { major: 'TM1' });
  expect(find(courses, 'T01')).toMatchObject({ selectable: false, note: '已合格 78 分（2026 年 10 月）' });
  expect(find(courses, 'T02')).toMatchObject({ selectable: false, note: '已免考' });
  expect(find(courses, 'T05')).toMatchObject({
    selectable: false,
    note: '需先通过理论部分 T04 软件工程',
  });
});

test('a practice part opens with its theory part', async () => {
  const { caller, id } = await anApprovedCandidate(product);
  await aRecordEntry(product, id, { course: 'T04', kind: 'passed', score: '60' });
  const { courses } = await optionsOf(caller, { major: 'TM1' });
  expect(find(courses, 'T05')).toMatchObject({ selectable: true });
});

test('显示全部开考课程 adds those of other majors, marked', async () => {
  const { caller } = await anApprovedCandidate(product);
  const { courses } = await optionsOf(caller, { major: 'TM1', all: 'true' });
  expect(find(courses, 'T06')).toMatchObject({ selectable: true, own: false, note: '其他专业' });
  expect(find(courses, 'T07')).toBeUndefined();
});

test('a course of another major that was chosen stays in sight', async () => {
  const { caller, id } = await anApprovedCandidate(product);
  await anEnrolment(product, id, { state: 'draft', courses: [{ slot: '3', course: 'T06' }] });
  const { courses } = await optionsOf(caller, { major: 'TM1' });
  expect(find(courses, 'T06')).toMatchObject({ own: false, note: '其他专业' });
});

test('says why a major cannot be chosen, and on what condition it can', async () => {
  const { caller } = await anApprovedCandidate(product);
  const { majors } = await optionsOf(caller);
  expect(find(majors, 'TM1')).toMatchObject({ selectable: true });
  expect(find(majors, 'TM2')).toMatchObject({ selectable: true, restriction: '限在职护理人员' });
  expect(find(majors, 'TM3')).toMatchObject({
    selectable: false,
    reason: expect.stringContaining('不接收新生'),
  });
  expect(find(majors, 'TM4')).toMatchObject({ selectable: false, reason: expect.stringContaining('已停考') });
});

test('a phase-out major opens to who was approved in it, or has it in the 考籍', async () => {
  const enrolled = await anApprovedCandidate(product);
  const rejected = await anApprovedCandidate(product);
  const recorded = await anApprovedCandidate(product);
  const past = { session: 'T2026-10', major: 'TM3' };
  // Imported history was submitted when it was time; the check at commit is about today's window.
  await product.services.db.execute('alter table enrolment_submissions disable trigger enrolment_in_time');
  await anEnrolment(product, enrolled.id, { ...past, state: 'approved' });
  await anEnrolment(product, rejected.id, { ...past, state: 'rejected' });
  await product.services.db.execute('alter table enrolment_submissions enable trigger enrolment_in_time');
  await aRecordEntry(product, recorded.id, { course: 'T06', kind: 'passed', score: '61', major: 'TM3' });
  const selectable = async (caller: Caller) => find((await optionsOf(caller)).majors, 'TM3')!.selectable;
  expect(await selectable(enrolled.caller)).toBe(true);
  expect(await selectable(rejected.caller)).toBe(false);
  expect(await selectable(recorded.caller)).toBe(true);
  // 我要报考 suggests the district of the file and the major of last time.
  const begun = await enrolled.caller.call(contract.beginEnrolment);
  expect(begun.body.answers).toEqual({ district: 'T1', major: 'TM3' });
  const { body: list } = await enrolled.caller.call(contract.listEnrolments);
  expect(list.items).toMatchObject([
    { session: '2027 年 4 月', state: 'draft', groups: [] },
    { session: '2026 年 10 月', state: 'approved' },
  ]);
});
