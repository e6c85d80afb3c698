import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as contract from '@zikao/contract/enrolments';
import { outbox } from '#platform/tables';
import { ownSlots, windows } from '#tables/exams';
import { enrolments, enrolmentSubmissions, sittings } from '#tables/enrolments';
import { createTestApp, type TestApp } from '#test/app';
import type { Caller } from '#test/caller';
import { anApprovedCandidate, anExam, CLOSES, DURING, PROSPECTUS, SESSION } from '#test/factories/enrolments';
import { aCandidate } from '#test/factories/identity';
import { aFrozenRecord, aPenalty, aRecordEntry } from '#test/factories/records';

let product: TestApp;
beforeAll(async () => {
  product = await createTestApp();
  await anExam(product);
});
afterAll(() => product.close());
beforeEach(() => product.at(DURING));

const right = {
  district: 'T1',
  major: 'TM1',
  courses: [
    { slot: '1', course: 'T01' },
    { slot: '2', course: 'T03' },
  ],
};

/** Begins, agrees and types; gives the version to submit. */
async function aDraft(caller: Caller, body: object = right): Promise<number> {
  await caller.call(contract.beginEnrolment);
  const agreed = await caller.call(contract.agreeToProspectus, { body: { version: PROSPECTUS } });
  return save(caller, agreed.body.version, body);
}

async function save(caller: Caller, version: number, body: object): Promise<number> {
  const { body: saved } = await caller.call(
    contract.saveEnrolmentDraft,
    { body: body as never },
    { 'if-match': `"${version}"` },
  );
  return saved.version;
}

const submit = (caller: Caller, version: number, key?: string) =>
  caller.call(
    contract.submitEnrolment,
    {},
    {
      'if-match': `"${version}"`,
      ...(key && { 'idempotency-key': key }),
    },
  );

const submissionsOf = (id: string) =>
  product.services.db
    .select()
    .from(enrolmentSubmissions)
    .where(eq(enrolmentSubmissions.enrolment, id))
    .orderBy(enrolmentSubmissions.no);
const enrolmentsOf = (candidate: string) =>
  product.services.db.select().from(enrolments).where(eq(enrolments.candidate, candidate));

test('asks for what is missing of 基本信息 first', async () => {
  const { caller } = await aCandidate(product);
  const { body } = await caller.call(contract.getEnrolment);
  expect(body.enrolment).toBeNull();
  expect(body.gate).toMatchObject({
    reason: 'profile',
    detail: expect.stringContaining('还差：阅读并同意考生须知、填写并保存基本信息、上传照片并提交验证'),
  });
  const begun = await caller.call(contract.beginEnrolment);
  expect([begun.status, begun.body.code, begun.body.detail]).toEqual([
    409,
    'profile.needed',
    body.gate.detail,
  ]);
});

test.each([
  ['2027-02-28T00:00:00Z', '报考课程将于 2027年3月1日 09:00 开始。'],
  ['2027-03-08T10:00:00Z', '报考课程已于 2027年3月8日 18:00 截止。'],
])('cannot be begun at %s', async (at, detail) => {
  const { caller, id } = await anApprovedCandidate(product);
  await product.at(at);
  const { status, body } = await caller.call(contract.beginEnrolment);
  expect([status, body.code, body.detail]).toEqual([403, 'window.closed', detail]);
  expect(await enrolmentsOf(id)).toEqual([]);
  const shown = await caller.call(contract.getEnrolment);
  expect(shown.body.gate).toMatchObject({ reason: 'window', detail });
});

test('is refused while the record is transferred out, from 我要报考 on', async () => {
  const { caller, id } = await anApprovedCandidate(product);
  const version = await aDraft(caller);
  await aFrozenRecord(product, id);
  const detail = expect.stringContaining('转出到甘肃省');
  for (const reply of [await submit(caller, version), await caller.call(contract.checkEnrolment)])
    expect([reply.status, reply.body]).toMatchObject([409, { code: 'record.blocked', detail }]);
  const fresh = await anApprovedCandidate(product);
  await aFrozenRecord(product, fresh.id);
  const begun = await fresh.caller.call(contract.beginEnrolment);
  expect([begun.status, begun.body.code]).toEqual([409, 'record.blocked']);
  const { body } = await fresh.caller.call(contract.getEnrolment);
  expect(body.gate).toMatchObject({ reason: 'record', detail });
});

test('is refused during a suspension, also one that only begins before the exam', async () => {
  for (const from of ['2027-01-01', '2027-04-18']) {
    const { caller, id } = await anApprovedCandidate(product);
    await aPenalty(product, id, { from, to: '2028-03-31' });
    const { status, body } = await caller.call(contract.beginEnrolment);
    expect([status, body.code]).toEqual([409, 'record.blocked']);
    expect(body.detail).toContain('至 2028 年 3 月 31 日停考');
  }
  const over = await anApprovedCandidate(product);
  await aPenalty(product, over.id, { from: '2026-01-01', to: '2027-03-04', delayedUntil: '2028-03-04' });
  expect((await over.caller.call(contract.beginEnrolment)).status).toBe(201);
});

test('is refused without the tick under the 简章, and with an old one', async () => {
  const { caller } = await anApprovedCandidate(product);
  const begun = await caller.call(contract.beginEnrolment);
  const version = await save(caller, begun.body.version, right);
  const { status, body } = await submit(caller, version);
  expect([status, body.code]).toEqual([422, 'enrolment.refused']);
  expect(body.errors).toMatchObject([{ path: 'agreement' }]);
  const old = await caller.call(contract.agreeToProspectus, { body: { version: 'T-2026-10' } });
  expect([old.status, old.body.code]).toEqual([409, 'conflict']);
});

test('is refused when the rules refuse it, with a sentence per field, and nothing is written', async () => {
  const { caller, id } = await anApprovedCandidate(product);
  await aRecordEntry(product, id, { course: 'T03', kind: 'passed', score: '78' });
  const version = await aDraft(caller, {
    district: 'T9',
    major: 'TM3',
    courses: [
      { slot: '2', course: 'T03' },
      { slot: '2', course: 'T05' },
    ],
  });
  for (const reply of [await submit(caller, version), await caller.call(contract.checkEnrolment)]) {
    expect([reply.status, reply.body.code]).toEqual([422, 'enrolment.refused']);
    expect(reply.body.errors).toMatchObject([
      { path: 'district', message: '没有这个报考考区，请重新选择' },
      { path: 'major', message: '本专业处于停考过渡期，不接收新生报考' },
      { path: 'courses', message: 'T03 美学：已合格 78 分（2026 年 10 月）' },
      { path: 'courses', message: 'T05 软件工程（实践）：需先通过理论部分 T04 软件工程' },
      { path: 'courses', message: expect.stringMatching(/^T03 美学与T05 软件工程（实践）都在4月17日/) },
    ]);
  }
  const [row] = await enrolmentsOf(id);
  expect(row).toMatchObject({ state: 'draft', submission: 0, version });
});

test('names the half-days as the chosen district sits them, to refuse and to freeze alike', async () => {
  const own = { session: SESSION, district: 'T1', no: '1', date: '2027-04-24', part: 'am' as const };
  await product.services.db.insert(ownSlots).values({ ...own, start: '10:00', end: '12:30' });
  const refusal = async (district: string) => {
    const { caller } = await anApprovedCandidate(product);
    const version = await aDraft(caller, { ...right, district, courses: [{ slot: '2', course: 'T01' }] });
    return (await submit(caller, version)).body.errors[0].message;
  };
  expect(await refusal('T1')).toContain('考试时间是4月24日 周六 上午 10:00–12:30');
  expect(await refusal('T2')).toContain('考试时间是4月17日 周六 上午 9:00–11:30');
  await product.services.db.delete(ownSlots);
});

test('is refused unfinished, field by field', async () => {
  const { caller } = await anApprovedCandidate(product);
  const version = await aDraft(caller, { major: null, courses: [] });
  const { body } = await submit(caller, version);
  expect(body.errors).toEqual([
    { path: 'major', message: '请选择专业' },
    { path: 'courses', message: '请至少选择一门课程' },
  ]);
});

test('is refused without, or with an old, If-Match', async () => {
  const { caller } = await anApprovedCandidate(product);
  const version = await aDraft(caller);
  expect((await caller.call(contract.submitEnrolment)).body.code).toBe('request.ifMatchMissing');
  const stale = await submit(caller, version - 1);
  expect([stale.status, stale.body.code]).toEqual([412, 'request.stale']);
  expect((await submit(caller, version)).status).toBe(200);
});

test('is refused one second after the deadline, and nothing changes', async () => {
  const { caller, id } = await anApprovedCandidate(product);
  const first = await submit(caller, await aDraft(caller));
  const version = await save(caller, first.body.version, { courses: [{ slot: '1', course: 'T02' }] });
  const before = await enrolmentsOf(id);
  await product.at('2027-03-08T10:00:01Z');
  const { status, body } = await submit(caller, version);
  expect([status, body.code, body.detail]).toEqual([
    403,
    'window.closed',
    '报考课程已于 2027年3月8日 18:00 截止。',
  ]);
  const late = await caller.call(
    contract.saveEnrolmentDraft,
    { body: { major: 'TM2' } },
    { 'if-match': `"${version}"` },
  );
  expect([late.status, late.body.code]).toEqual([403, 'window.closed']);
  expect(await enrolmentsOf(id)).toEqual(before);
  expect(await submissionsOf(first.body.id)).toHaveLength(1);
  // What was submitted in time still counts, and is shown beside the draft that was not.
  const shown = await caller.call(contract.getEnrolment);
  expect(shown.body.enrolment).toMatchObject({ state: 'pending', changed: true, submission: { no: 1 } });
});

test('one second before the deadline it goes in', async () => {
  const { caller } = await anApprovedCandidate(product);
  const version = await aDraft(caller);
  await product.at('2027-03-08T09:59:59Z');
  expect((await submit(caller, version)).body.state).toBe('pending');
});

test('a district may have a window of its own', async () => {
  await product.services.db.insert(windows).values({
    session: SESSION,
    function: 'enrolment',
    district: 'T2',
    opensAt: new Date(DURING),
    closesAt: new Date('2027-03-10T10:00:00Z'),
  });
  const { caller } = await anApprovedCandidate(product);
  const version = await aDraft(caller);
  await product.at(CLOSES);
  expect((await submit(caller, version)).body.detail).toBe('报考课程已于 2027年3月8日 18:00 截止。');
  const { body: options } = await caller.call(contract.getEnrolmentOptions);
  expect(options.districts).toEqual(
    expect.arrayContaining([
      { code: 'T1', name: '测试一区', selectable: false, reason: '报考课程已于 2027年3月8日 18:00 截止。' },
      { code: 'T2', name: '测试二区', selectable: true },
    ]),
  );
  const elsewhere = await save(caller, version, { district: 'T2' });
  expect((await submit(caller, elsewhere)).body.state).toBe('pending');
  await product.services.db.delete(windows).where(eq(windows.district, 'T2'));
});

test('freezes what was shown, fills the sittings and tells the listeners', async () => {
  const { caller, id } = await anApprovedCandidate(product);
  const version = await aDraft(caller);
  const preview = await caller.call(contract.checkEnrolment);
  const { status, body, headers } = await submit(caller, version);
  expect(status).toBe(200);
  expect(headers.etag).toBe(`"${body.version}"`);
  expect(body).toMatchObject({
    state: 'pending',
    changed: false,
    reasons: [],
    submission: { no: 1, groups: preview.body },
    timeline: [{ label: '提交报考信息' }],
  });
  const rows = body.submission.groups[0].rows;
  expect(rows.map(({ label }: { label: string }) => label)).toEqual(['报考考区', '专业', '课程']);
  expect(rows[0].text).toBe('测试一区');
  expect(rows[1].text).toContain('汉语言文学');
  expect(rows[2].text).toMatch(/4月17日.*T01 语言学概论\n.*4月17日.*T03 美学/s);
  const seats = await product.services.db.select().from(sittings).where(eq(sittings.enrolment, body.id));
  expect(seats.map(({ course }) => course).toSorted()).toEqual(['T01', 'T03']);
  const told = await product.services.db.select().from(outbox).where(eq(outbox.event, 'enrolment.submitted'));
  expect(told.map(({ payload }) => payload)).toContainEqual({ candidate: id, enrolment: body.id, no: 1 });
});

test('a change is a new version and goes back to review; the same again is not', async () => {
  const { caller } = await anApprovedCandidate(product);
  const first = await submit(caller, await aDraft(caller));
  const again = await submit(caller, first.body.version);
  expect([again.status, again.body.submission.no]).toEqual([200, 1]);
  await product.services.db
    .update(enrolments)
    .set({ state: 'approved' })
    .where(eq(enrolments.id, first.body.id));
  const version = await save(caller, again.body.version, { courses: [{ slot: '1', course: 'T02' }] });
  const shown = await caller.call(contract.getEnrolment);
  expect(shown.body.enrolment).toMatchObject({ state: 'approved', changed: true });
  const second = await submit(caller, version);
  expect(second.body).toMatchObject({ state: 'pending', changed: false, submission: { no: 2 } });
  const kept = await submissionsOf(first.body.id);
  expect(kept.map(({ no, courses }) => [no, courses.map(({ course }) => course)])).toEqual([
    [1, ['T01', 'T03']],
    [2, ['T02']],
  ]);
  const seats = await product.services.db
    .select()
    .from(sittings)
    .where(eq(sittings.enrolment, first.body.id));
  expect(seats.map(({ course }) => course)).toEqual(['T02']);
});
