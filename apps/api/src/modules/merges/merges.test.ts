import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as contract from '@zikao/contract/merges';
import { getAccount, getSession, listAccess, signIn } from '@zikao/contract/identity';
import { getRecord } from '@zikao/contract/records';
import { listCases } from '@zikao/contract/review';
import { getScores } from '@zikao/contract/scores';
import { applications } from '#tables/applications';
import { profiles } from '#tables/candidates';
import { enrolments } from '#tables/enrolments';
import { accounts, admissionNumbers } from '#tables/identity';
import { messages } from '#tables/notifications';
import { recordEntries } from '#tables/records';
import { seatingRuns, seats } from '#tables/seating';
import { detachAccount } from '#modules/identity';
import { createTestApp, type TestApp } from '#test/app';
import { createCaller } from '#test/caller';
import { anApplication, applicationTime } from '#test/factories/applications';
import { anApprovedCandidate, anEnrolment, anExam, DURING, SESSION } from '#test/factories/enrolments';
import { anIdNumber, anOfficer, type TestCandidate, type TestOfficer } from '#test/factories/identity';
import { anAdmissionNumber, aRecordEntry } from '#test/factories/records';
import { areSeated, aRun, aVenue } from '#test/factories/seating';
import { aScore, arePublished, publish } from '#test/factories/scores';

let product: TestApp;
let officer: TestOfficer;
let neighbour: TestOfficer;
let province: TestOfficer;
/** Registered anew with the present ID number; registered before with one that was wrong. */
let now: TestCandidate;
let before: TestCandidate;
let [kept, old]: [string, string] = ['', ''];
beforeAll(async () => {
  product = await createTestApp();
  await anExam(product);
  await applicationTime(product);
  officer = await anOfficer(product, { district: 'T1' });
  neighbour = await anOfficer(product, { district: 'T2' });
  province = await anOfficer(product, { role: 'province' });
});
afterAll(() => product.close());
beforeEach(async () => {
  await product.at(DURING);
  now = await anApprovedCandidate(product);
  before = await anApprovedCandidate(product);
  kept = await anAdmissionNumber(product, before.id);
  old = await anAdmissionNumber(product, now.id);
});

const body = (more: object = {}) => ({
  surviving: kept,
  absorbed: old,
  account: old,
  kept: {},
  reason: '核验身份证原件与户口本',
  ...more,
});
const merge = (more?: object, by = officer) => by.caller.call(contract.mergeNumbers, { body: body(more) });
const undo = (id: string, by = officer) =>
  by.caller.call(contract.undoMerge, { params: { id }, body: { reason: '本人核对后不是同一人' } });
const compare = (by = officer, a = kept, b = old) =>
  by.caller.call(contract.compareNumbers, { query: { a, b } });
const find = (query: { search: string; born?: string }, by = officer) =>
  by.caller.call(contract.findNumbers, { query });

/** All that a merge touches, as it lies in the database. */
async function everything() {
  const { db } = product.services;
  return {
    numbers: await db.select().from(admissionNumbers).orderBy(admissionNumbers.number),
    accounts: await db.select().from(accounts).orderBy(accounts.id),
    enrolments: await db.select().from(enrolments).orderBy(enrolments.id),
    applications: await db.select().from(applications).orderBy(applications.id),
    entries: await db.select().from(recordEntries).orderBy(recordEntries.seq),
  };
}

test('two accounts become one: the record is both, the old number finds the person, the closed account is told where to go', async () => {
  await aRecordEntry(product, before.id, { course: 'T01', kind: 'passed', score: '81', origin: 'imported' });
  await aRecordEntry(product, before.id, { course: 'T02', kind: 'passed', score: '60' });
  await aRecordEntry(product, now.id, { course: 'T02', kind: 'passed', score: '75' });
  const enrolment = await anEnrolment(product, before.id, { state: 'approved' });
  expect((await compare()).body.courses).toMatchObject([
    { code: 'T01', held: [{ score: '81', origin: '历史考籍' }, null], counts: 0 },
    { code: 'T02', held: [{ score: '60' }, { score: '75' }], counts: 1 },
  ]);
  const { status, body: made } = await merge();
  expect([status, made.state, made.closedAccount, made.actions]).toEqual([201, 'done', true, ['undo']]);
  const record = (await now.caller.call(getRecord)).body;
  expect(
    record.items.map(({ code, score, admissionNumber }: never) => [code, score, admissionNumber]),
  ).toEqual([
    ['T01', '81', kept],
    ['T02', '75', old],
  ]);
  expect((await now.caller.call(getAccount)).body.admissionNumber).toBe(kept);
  expect((await now.caller.call(getSession)).body.session.merge).toBeUndefined();
  const listed = await officer.caller.call(listCases, {
    params: { queue: 'enrolments' },
    query: { state: 'all', search: old },
  });
  expect(listed.body.items).toMatchObject([{ id: enrolment, admissionNumber: kept }]);
  expect((await before.caller.call(getAccount)).status).toBe(401);
  const again = (password: string) =>
    createCaller(product).call(signIn, { body: { account: before.idNumber, password } });
  expect((await again('Wrong-1234')).body.code).toBe('signIn.wrong');
  expect((await again(before.password)).body.code).toBe('signIn.merged');
  await product.settle();
  const told = await product.services.db.select().from(messages).where(eq(messages.account, now.id));
  expect(told.map(({ title }) => title)).toContain('合档已办理');
  await officer.caller.call(contract.getMerge, { params: { id: made.id } });
  const { items } = (await now.caller.call(listAccess)).body;
  expect(items.map(({ what }: { what: string }) => what)).toEqual(
    expect.arrayContaining(['办理了合档', '查看了合档']),
  );
});

test('what cannot be merged is refused with the reason, and nothing changes', async () => {
  const stranger = await anApprovedCandidate(product, { district: 'T2' });
  const elsewhere = await anAdmissionNumber(product, stranger.id);
  const untouched = await everything();
  const refused = async (more: object, by = officer) => (await merge(more, by)).body.code;
  expect(await refused({ absorbed: kept })).toBe('merge.impossible');
  expect(await refused({ absorbed: '000000000000' })).toBe('notFound');
  expect(await refused({ account: '000000000000' })).toBe('merge.impossible');
  expect(await refused({ reason: '核' })).toBe('request.invalid');
  // Neither is the neighbour's; one of the two is, and it is not plainly the same person.
  expect(await refused({}, neighbour)).toBe('notFound');
  await product.services.db.update(profiles).set({ name: '才让' }).where(eq(profiles.id, stranger.id));
  expect((await merge({ absorbed: elsewhere, account: kept })).body.detail).toMatch(/其他考区.*报省考办/);
  const { numbers, ...rest } = untouched;
  const after = await everything();
  expect(after.numbers).toEqual(numbers);
  expect(after.enrolments).toEqual(rest.enrolments);
});

test('undo restores everything exactly, and the notice returns', async () => {
  const twin = await anAdmissionNumber(product, now.id, { another: true });
  await anEnrolment(product, before.id, { state: 'approved' });
  const mine = await anEnrolment(product, now.id, { state: 'pending' });
  await anApplication(product, before.id);
  await anApplication(product, now.id, { state: 'rejected' });
  const notice = async () =>
    (await now.caller.call(getSession)).body.session.merge?.numbers.map(({ number }: never) => number);
  expect(await notice()).toEqual([old, twin].toSorted());
  const first = await everything();
  const { conflicts } = (await compare()).body as contract.MergeComparison;
  expect(conflicts.map(({ title, rivals }) => [title, rivals[0].state, rivals[1].state])).toEqual([
    ['2027 年 4 月报考', '报考成功', '待审核'],
    ['变更申请', '考区未审核', '审核不通过'],
  ]);
  expect((await merge()).body.code).toBe('merge.undecided');
  expect(await everything()).toEqual(first);
  // The enrolment of the old account goes on, the application of the new one.
  const decided = { [conflicts[0]!.key]: kept, [conflicts[1]!.key]: old };
  const { body: made } = await merge({ kept: decided });
  expect(made.moved).toMatchObject({ enrolments: 2, applications: 1, setAside: 2 });
  const row = (await everything()).enrolments.find(({ id }) => id === mine)!;
  expect([row.state, row.candidate]).toEqual(['setAside', now.id]);
  expect((await undo(made.id)).body).toMatchObject({ state: 'undone', undone: { by: officer.name } });
  expect(await everything()).toEqual(first);
  expect(await notice()).toEqual([old, twin].toSorted());
  expect((await undo(made.id)).body.code).toBe('conflict');
  // And it can be done anew.
  expect((await merge({ kept: decided })).status).toBe(201);
});

test('of one account with two numbers one becomes an alias; a number that nobody registered for joins', async () => {
  const twin = await anAdmissionNumber(product, now.id, { another: true });
  const imported = '990119100042';
  await product.services.db.insert(admissionNumbers).values({
    number: imported,
    idNumberIndex: Buffer.from(anIdNumber()),
    district: 'T1',
    origin: 'imported',
  });
  await aRecordEntry(product, now.id, {
    admissionNumber: imported,
    course: 'T03',
    kind: 'passed',
    score: '66',
  });
  expect((await merge({ surviving: old, absorbed: twin })).status).toBe(201);
  expect((await merge({ surviving: imported, absorbed: old })).status).toBe(201);
  expect((await now.caller.call(getRecord)).body.items).toMatchObject([{ code: 'T03', score: '66' }]);
  expect((await now.caller.call(getAccount)).body.admissionNumber).toBe(imported);
  // Taken apart only in the reverse order.
  const { items } = (await officer.caller.call(contract.listMerges, { query: { number: old } })).body;
  const of = (number: string) => items.find(({ absorbed }: { absorbed: string }) => absorbed === number).id;
  expect((await undo(of(twin))).body).toMatchObject({
    code: 'merge.builtOn',
    detail: expect.stringContaining('先撤销后来'),
  });
  expect((await undo(of(old))).status).toBe(200);
  expect((await undo(of(twin))).status).toBe(200);
});

test('after seven days it stays; before, it stays once something rests on it', async () => {
  const { body: made } = await merge();
  await aRecordEntry(product, now.id, { course: 'T06', kind: 'passed', score: '70', admissionNumber: kept });
  expect((await undo(made.id)).body).toMatchObject({
    code: 'merge.builtOn',
    detail: expect.stringContaining('考籍或成绩'),
  });
  await product.at('2027-03-12T01:59:59Z');
  expect((await undo(made.id)).body.code).toBe('merge.builtOn');
  await product.at('2027-03-12T02:00:01Z');
  const { body: late } = await officer.caller.call(contract.getMerge, { params: { id: made.id } });
  expect(late.actions).toEqual([]);
  expect((await undo(made.id)).body.code).toBe('merge.tooLate');
});

test('it is not undone once an ID number of it was released: the account cannot come back', async () => {
  const { body: made } = await merge();
  await product.services.db.transaction((db) => detachAccount({ ...product.services, db }, before.id));
  expect((await undo(made.id)).body).toMatchObject({
    code: 'merge.builtOn',
    detail: expect.stringContaining('身份证号已经释放'),
  });
});

test('it is not undone while seats rest on it; seats from before it, or taken back, are no hindrance', async () => {
  const enrolment = await anEnrolment(product, before.id, { state: 'approved' });
  const { run, rooms } = await aRun(product, await aVenue(product), { session: SESSION });
  await areSeated(product, { run, rooms }, { candidate: before.id, enrolment, seat: 1 });
  const { body: first } = await merge();
  expect((await undo(first.id)).status).toBe(200);
  const { body: made } = await merge();
  await product.services.db.update(seats).set({ candidate: now.id }).where(eq(seats.run, run));
  expect((await undo(made.id)).body).toMatchObject({
    code: 'merge.builtOn',
    detail: expect.stringContaining('先撤回座次'),
  });
  await product.services.db.update(seatingRuns).set({ state: 'withdrawn' }).where(eq(seatingRuns.id, run));
  expect((await undo(made.id)).status).toBe(200);
});

test('an enrolment that moved and was changed since is not torn away', async () => {
  const enrolment = await anEnrolment(product, before.id, { state: 'approved' });
  const { body: made } = await merge();
  await product.services.db.update(enrolments).set({ version: 9 }).where(eq(enrolments.id, enrolment));
  expect((await undo(made.id)).body).toMatchObject({
    code: 'merge.builtOn',
    detail: expect.stringContaining('报考、申请'),
  });
});

test('over the border of a district: what is plainly one person the person’s district merges, and both see it', async () => {
  const away = await anApprovedCandidate(product, { district: 'T2' });
  const foreign = await anAdmissionNumber(product, away.id);
  const { body: shown } = await compare(officer, old, foreign);
  expect(shown.blocked).toBeUndefined(); // the tests' people share name and birthday
  expect(shown.sides[1]).toMatchObject({ elsewhere: true, account: { name: away.name } });
  expect(JSON.stringify(shown)).not.toContain(away.idNumber.slice(0, 14));
  expect((await find({ search: away.name, born: '1999-05-14' })).body.items).not.toContainEqual(
    expect.objectContaining({ number: foreign }),
  );
  // The account that stays is the other district's: that one does it.
  expect((await merge({ surviving: foreign, account: foreign })).body.code).toBe('merge.impossible');
  const { body: made } = await merge({ surviving: foreign });
  expect(made).toMatchObject({ district: '测试一区', otherDistrict: '测试二区' });
  const seen = await neighbour.caller.call(contract.getMerge, { params: { id: made.id } });
  expect([seen.status, seen.body.actions]).toEqual([200, []]);
  expect((await undo(made.id, neighbour)).body.code).toBe('conflict');
  expect((await undo(made.id, province)).status).toBe(200);
});

test('found by ID number, by admission number, by name and birth date; a stranger’s number tells nothing', async () => {
  const twin = await anAdmissionNumber(product, now.id, { another: true });
  const byId = (await find({ search: now.idNumber })).body.items;
  expect(byId.map(({ number, because }: never) => [number, because])).toEqual(
    expect.arrayContaining([
      [old, 'typed'],
      [twin, 'typed'],
      [kept, 'nameAndBirth'],
    ]),
  );
  expect((await find({ search: now.name })).body).toMatchObject({ errors: [{ path: 'born' }] });
  const away = await anApprovedCandidate(product, { district: 'T2' });
  const foreign = await anAdmissionNumber(product, away.id);
  const { items } = (await find({ search: foreign })).body;
  expect(items.find(({ number }: { number: string }) => number === foreign)?.holder?.name).not.toBeDefined();
});

test('scores of the closed account come out under the person, and in the published ones none is missing', async () => {
  await aScore(product, before.id, { course: 'T01', number: 88 });
  await aScore(product, now.id, { course: 'T02', number: 61 });
  await merge();
  await arePublished(product, DURING);
  await publish(product);
  await product.settle();
  const { sessions } = (await now.caller.call(getScores)).body;
  expect(sessions[0].items.map(({ code, value }: never) => [code, value])).toEqual([
    ['T01', '88'],
    ['T02', '61'],
  ]);
  expect((await now.caller.call(getRecord)).body.items).toHaveLength(2);
  const told = await product.services.db.select().from(messages).where(eq(messages.account, before.id));
  expect(told).toEqual([]);
});
