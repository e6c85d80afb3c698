import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listMessages } from '@zikao/contract/messages';
import * as contract from '@zikao/contract/records';
import { transaction } from '#platform/context';
import { auditEntries } from '#platform/tables';
import { admissionNumbers } from '#tables/identity';
import { recordEntries, standingEntries } from '#tables/records';
import { idNumberIndex } from '#modules/identity';
import { createTestApp, type TestApp } from '#test/app';
import { aCtx } from '#test/ctx';
import { anApprovedCandidate, anExam, DURING } from '#test/factories/enrolments';
import { anOfficer, aCandidate } from '#test/factories/identity';
import { aFrozenRecord, anAdmissionNumber, aPenalty, aRecordEntry } from '#test/factories/records';
import { addEntries, freezeRecord, reverseEntries, unfreezeRecord } from './index.ts';

let product: TestApp;
beforeAll(async () => {
  product = await createTestApp();
  await anExam(product);
  await product.at(DURING);
});
afterAll(() => product.close());

const theRecord = async (of: { caller: Awaited<ReturnType<typeof aCandidate>>['caller'] }) =>
  (await of.caller.call(contract.getRecord)).body as contract.RecordView;

test('a record is never overwritten, emptied or shortened, whoever asks the database', async () => {
  const { id } = await anApprovedCandidate(product);
  await aRecordEntry(product, id, { course: 'T01', kind: 'passed', score: '59' });
  await aFrozenRecord(product, id);
  const { db } = product.services;
  for (const change of [
    sql`update record_entries set score = '60'`,
    sql`delete from record_entries`,
    sql`truncate record_entries cascade`,
    sql`update standing_entries set province = ''`,
    sql`delete from standing_entries`,
    sql`truncate standing_entries cascade`,
  ])
    await expect(db.execute(change)).rejects.toMatchObject({ cause: { code: 'ZK002' } });
  expect(await db.$count(recordEntries)).toBeGreaterThan(0);
  expect(await db.$count(standingEntries)).toBeGreaterThan(0);
});

test('a reversal says which entry and why, and an entry is reversed once', async () => {
  const { id } = await anApprovedCandidate(product);
  const entry = await aRecordEntry(product, id, { course: 'T01', kind: 'passed', score: '81' });
  const reversal = { course: 'T01', kind: 'reversal' as const };
  await expect(aRecordEntry(product, id, reversal)).rejects.toThrow();
  await expect(aRecordEntry(product, id, { ...reversal, reverses: entry })).rejects.toThrow();
  await aRecordEntry(product, id, { ...reversal, reverses: entry, reason: '误录' });
  await expect(aRecordEntry(product, id, { ...reversal, reverses: entry, reason: '误录' })).rejects.toThrow();
});

test('合格成绩 has one line per course with its origin; what is bettered or taken back stays, with the reason', async () => {
  const candidate = await anApprovedCandidate(product);
  const { id } = candidate;
  await aRecordEntry(product, id, { course: 'T01', kind: 'passed', score: '81', when: '2025 年 10 月' });
  await aRecordEntry(product, id, { course: 'T01', kind: 'passed', score: '62' });
  const other = { courseName: '民族理论与政策', credits: 3, origin: 'transferIn' as const };
  await aRecordEntry(product, id, { course: 'X99', kind: 'transferred', score: '70', ...other });
  const wrong = await aRecordEntry(product, id, { course: 'T02', kind: 'exempted', origin: 'exemption' });
  const undo = { kind: 'reversal' as const, reverses: wrong, reason: '证书经核查无效' };
  await aRecordEntry(product, id, { course: 'T02', origin: 'exemption', ...undo });
  const { items, past, standing } = await theRecord(candidate);
  expect(standing).toEqual({ state: 'registered' });
  expect(items).toMatchObject([
    { code: 'T01', name: '语言学概论', credits: 6, score: '81', when: '2025 年 10 月', origin: 'scores' },
    { code: 'X99', name: '民族理论与政策', credits: 3, kind: 'transferred', origin: 'transferIn' },
  ]);
  expect(past).toMatchObject([
    { code: 'T01', score: '62', because: 'bettered' },
    {
      code: 'T02',
      because: 'reversed',
      reason: '证书经核查无效',
      reversedAt: new Date(DURING).toISOString(),
    },
  ]);
});

test('the record of several admission numbers is what all of them hold together', async () => {
  const candidate = await anApprovedCandidate(product);
  const { id } = candidate;
  await aRecordEntry(product, id, { course: 'T01', kind: 'passed', score: '70' });
  const second = await anAdmissionNumber(product, id, { another: true });
  await aRecordEntry(product, id, { admissionNumber: second, course: 'T01', kind: 'passed', score: '75' });
  // Imported after the registration: linked to nobody yet, found by the ID number.
  const imported = { number: '990119100001', district: 'T1', origin: 'imported' as const };
  const index = idNumberIndex(product.services.keys, candidate.idNumber);
  await product.services.db.insert(admissionNumbers).values({ ...imported, idNumberIndex: index });
  await aRecordEntry(product, id, {
    admissionNumber: imported.number,
    course: 'T03',
    kind: 'passed',
    score: '66',
  });
  const { items } = await theRecord(candidate);
  expect(items.map(({ code, score }) => [code, score])).toEqual([
    ['T01', '75'],
    ['T03', '66'],
  ]);
});

test('nobody’s record holds another’s; a number that is not there has no record', async () => {
  const one = await anApprovedCandidate(product);
  const two = await anApprovedCandidate(product);
  await aRecordEntry(product, one.id, { course: 'T01', kind: 'passed', score: '90' });
  expect(await theRecord(two)).toEqual({ standing: { state: 'none' }, items: [], past: [], penalties: [] });
});

test('penalties are listed with their decision', async () => {
  const candidate = await anApprovedCandidate(product);
  await aPenalty(product, candidate.id, { courses: ['T01'], from: '2027-01-01', to: '2028-12-31' });
  const { standing, penalties } = await theRecord(candidate);
  expect(standing).toMatchObject({ state: 'suspended', until: '2028-12-31' });
  expect(penalties).toMatchObject([{ type: '作弊', courses: ['T01'], decision: '青考处〔2026〕7号' }]);
});

test('an effect writes once however often it runs, is taken back, and may come again under a new number', async () => {
  const candidate = await anApprovedCandidate(product);
  const { id } = candidate;
  await anAdmissionNumber(product, id);
  const ctx = aCtx(product, await anOfficer(product, { role: 'province' }));
  const entry = { course: 'T03', kind: 'exempted', when: '2027 年 3 月', origin: 'exemption' } as const;
  for (let i = 0; i < 2; i += 1) await addEntries(ctx, id, 'application:a:1', [entry]);
  expect((await theRecord(candidate)).items).toMatchObject([{ code: 'T03', kind: 'exempted' }]);
  for (let i = 0; i < 2; i += 1) await reverseEntries(ctx, 'application:a:1', '材料不实');
  const taken = await theRecord(candidate);
  expect([taken.items, taken.past.length]).toEqual([[], 1]);
  // `a:1` is not `a:11`.
  await addEntries(ctx, id, 'application:a:11', [entry]);
  await reverseEntries(ctx, 'application:a:1', '材料不实');
  expect((await theRecord(candidate)).items).toHaveLength(1);
});

test('an effect in a transaction that fails leaves nothing', async () => {
  const candidate = await anApprovedCandidate(product);
  await anAdmissionNumber(product, candidate.id);
  const ctx = aCtx(product, await anOfficer(product, { role: 'province' }));
  const entry = { course: 'T03', kind: 'exempted', when: '2027 年 3 月', origin: 'exemption' } as const;
  const failing = transaction(ctx, async (ctx) => {
    await addEntries(ctx, candidate.id, 'application:b:1', [entry]);
    await freezeRecord(ctx, candidate.id, 'application:b:1', '甘肃省');
    throw new Error('crash');
  });
  await expect(failing).rejects.toThrow('crash');
  expect(await theRecord(candidate)).toMatchObject({ items: [], standing: { state: 'registered' } });
});

test('without an admission number there is nothing to write to', async () => {
  const candidate = await aCandidate(product);
  const ctx = aCtx(product, await anOfficer(product, { role: 'province' }));
  await expect(freezeRecord(ctx, candidate.id, 'application:c:1', '甘肃省')).rejects.toMatchObject({
    code: 'conflict',
  });
});

test('of two restorations at once one is done', async () => {
  const candidate = await anApprovedCandidate(product);
  await aFrozenRecord(product, candidate.id);
  const ctx = aCtx(product, await anOfficer(product, { role: 'province' }));
  const done = await Promise.all([1, 2].map(() => unfreezeRecord(ctx, candidate.id, '转入地未接收')));
  expect(done.toSorted()).toEqual([false, true]);
});

test('考籍恢复 is the province’s, needs a frozen record and a reason, is traced, and tells the candidate', async () => {
  const candidate = await anApprovedCandidate(product);
  const params = { id: candidate.id };
  const province = await anOfficer(product, { role: 'province' });
  const district = await anOfficer(product, { district: 'T1' });
  const body = { reason: '转入地未接收，登记表已退回' };
  const call = (by: { caller: typeof province.caller }, sent: { reason: string } = body) =>
    by.caller.call(contract.restoreRecord, { params, body: sent });
  expect((await call(district)).status).toBe(403);
  expect((await call(province)).body).toMatchObject({
    code: 'conflict',
    detail: expect.stringContaining('没有因转出冻结'),
  });
  await aFrozenRecord(product, candidate.id, '甘肃省');
  expect((await call(province, { reason: ' 是 ' })).body.errors).toMatchObject([{ path: 'reason' }]);
  const listed = await province.caller.call(contract.listFrozenRecords, {
    query: { search: candidate.idNumber },
  });
  expect(listed.body.items).toMatchObject([{ id: candidate.id, province: '甘肃省' }]);
  expect(JSON.stringify(listed.body)).not.toContain(candidate.idNumber);

  const { status, body: view } = await call(province);
  expect([status, view.standing]).toEqual([200, { state: 'registered' }]);
  const after = await province.caller.call(contract.listFrozenRecords, {
    query: { search: candidate.idNumber },
  });
  expect(after.body.items).toEqual([]);
  await product.settle();
  const { body: inbox } = await candidate.caller.call(listMessages);
  expect(inbox.items[0]).toMatchObject({ title: '考籍已恢复', body: expect.stringContaining(body.reason) });
  const trail = await product.services.db.select().from(auditEntries);
  expect(
    trail.filter(({ subject, why }) => subject === `record:${candidate.id}` && why === body.reason),
  ).toMatchObject([{ action: 'records.restoreRecord', candidate: candidate.id }]);
});

test('an officer reads records of the own district, which is traced', async () => {
  const { id } = await anApprovedCandidate(product);
  await aRecordEntry(product, id, { course: 'T01', kind: 'passed', score: '77' });
  const read = async (district: string) =>
    (await anOfficer(product, { district })).caller.call(contract.getRecordOf, { params: { id } });
  expect((await read('T2')).status).toBe(404);
  expect((await read('T1')).body.items).toMatchObject([{ code: 'T01' }]);
  const trail = await product.services.db.select().from(auditEntries);
  expect(trail.filter(({ subject }) => subject === `record:${id}`)).toMatchObject([{ why: '查看考籍' }]);
});
