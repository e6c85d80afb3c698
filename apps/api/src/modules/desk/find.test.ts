import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPeople, getPerson } from '@zikao/contract/desk/endpoints';
import { auditEntries } from '#platform/tables';
import { accounts, admissionNumbers } from '#tables/identity';
import { fillBirthIndexes, idNumberIndex } from '#modules/identity';
import { createTestApp, type TestApp } from '#test/app';
import { aCandidate, anIdNumber, anOfficer, aPhone, type TestOfficer } from '#test/factories/identity';
import { aSubmittedProfile, DISTRICT, OTHER_DISTRICT, theDistricts } from '#test/factories/review';

let product: TestApp;
let officer: TestOfficer;
let stranger: TestOfficer;
beforeAll(async () => {
  product = await createTestApp();
  await theDistricts(product);
  await product.at('2027-03-08T02:00:00Z');
  officer = await anOfficer(product, { district: DISTRICT });
  stranger = await anOfficer(product, { district: OTHER_DISTRICT });
});
afterAll(() => product.close());

const search = (
  typed: string,
  { who = officer, birthDate }: { who?: TestOfficer; birthDate?: string } = {},
) => who.caller.call(findPeople, { body: { typed, ...(birthDate && { birthDate }) } });
const ids = async (...given: Parameters<typeof search>) =>
  (await search(...given)).body.items.map(({ id }: { id: string }) => id);
const open = (id: string, who = officer) => who.caller.call(getPerson, { params: { id } });
const number = async (candidate: string | null, index: Buffer, given = '010122100004') => {
  await product.services.db
    .insert(admissionNumbers)
    .values({ number: given, candidate, idNumberIndex: index, district: DISTRICT, origin: 'imported' });
  return given;
};

describe('the find box refuses', () => {
  it.each([
    ['', undefined, 'typed'],
    ['63010119990514', undefined, 'typed'],
    ['630101199905140000', undefined, 'typed'],
    ['1390971', undefined, 'typed'],
    ['卓玛措', undefined, 'birthDate'],
    ['卓玛措', '1999-13-40', 'birthDate'],
  ])('%j with %s', async (typed, birthDate, path) => {
    const { status, body } = await search(typed, { ...(birthDate && { birthDate }) });
    expect([status, body.errors[0].path]).toEqual([422, path]);
  });
});

describe('somebody who filed', () => {
  it('is found in their district by each whole number, and by name with birth date, with the minimum', async () => {
    const { id, idNumber, phone } = await aSubmittedProfile(product, { name: '扎西·次仁' });
    const own = await number(id, idNumberIndex(product.services.keys, idNumber));
    for (const typed of [idNumber, idNumber.toLowerCase(), phone, own])
      expect(await ids(typed)).toEqual([id]);
    expect(await ids('扎西・次仁', { birthDate: '1999-05-14' })).toEqual([id]);
    expect(await ids('扎西·次仁', { birthDate: '1999-05-15' })).toEqual([]);
    expect(await ids('扎西', { birthDate: '1999-05-14' })).toEqual([]);
    const text = JSON.stringify((await search(idNumber)).body);
    expect(text).not.toContain(idNumber);
    expect(text).not.toContain(phone);
  });

  it('is nobody to another district, whatever is known of them, and so is their page', async () => {
    const { id, idNumber, phone } = await aSubmittedProfile(product, { district: OTHER_DISTRICT });
    for (const typed of [idNumber, phone]) expect(await ids(typed)).toEqual([]);
    expect(await ids('卓玛措', { birthDate: '1999-05-14' })).not.toContain(id);
    expect((await open(id)).status).toBe(404);
    expect(await ids(idNumber, { who: stranger })).toEqual([id]);
  });

  it('with a second number that seems theirs is led to 合档 by one of them, else not', async () => {
    const { id, idNumber } = await aSubmittedProfile(product);
    const index = idNumberIndex(product.services.keys, idNumber);
    const first = await number(id, index, '010122100020');
    expect((await open(id)).body.numberToMerge).toBeUndefined();
    await number(null, index, '010122100038');
    expect((await open(id)).body.numberToMerge).toBe(first);
  });
});

describe('somebody who filed nothing yet', () => {
  it('is found by the full ID or mobile number only, masked, and in reach of whoever had it, for two hours', async () => {
    const { id, idNumber, phone, name } = await aCandidate(product, { name: '多杰才旦' });
    const own = await number(null, idNumberIndex(product.services.keys, idNumber), '010122100005');
    expect(await ids(own)).toEqual([]);
    expect(await ids(name, { birthDate: '1999-05-14' })).toEqual([]);
    expect((await open(id)).status).toBe(404);

    const { body } = await search(phone);
    expect(body.items).toMatchObject([{ id, filed: false, name: '多•••' }]);
    expect((await open(id)).status).toBe(200);
    expect((await open(id, stranger)).status).toBe(404);
    await product.at('2027-03-08T04:00:01Z');
    expect((await open(id)).status).toBe(404);
    expect(await ids(idNumber)).toEqual([id]);
    await product.at('2027-03-08T02:00:00Z');
  });
});

it('every search is traced, with whom it showed and never with what was typed', async () => {
  const { id, idNumber } = await aSubmittedProfile(product);
  await search(idNumber);
  await search(anIdNumber());
  const rows = await product.services.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.action, 'desk.findPeople'))
    .orderBy(desc(auditEntries.seq))
    .limit(2);
  expect(rows.map(({ candidate, why }) => [candidate, why])).toEqual([
    [null, '现场查找：按身份证号，没有找到'],
    [id, '现场查找：按身份证号'],
  ]);
  expect(JSON.stringify(rows.map(({ why, subject }) => [why, subject]))).not.toContain(idNumber);
});

it('whoever registered before there was an index of birth dates gets it in the background', async () => {
  const { db } = product.services;
  const { id } = await aSubmittedProfile(product, { name: '久美' });
  await db.update(accounts).set({ birthIndex: null }).where(eq(accounts.id, id));
  expect(await ids('久美', { birthDate: '1999-05-14' })).toEqual([]);
  expect(await fillBirthIndexes(product.services)).toBe(1);
  expect(await ids('久美', { birthDate: '1999-05-14' })).toEqual([id]);
});

it('the phone of nobody finds nobody', async () => expect(await ids(aPhone())).toEqual([]));
