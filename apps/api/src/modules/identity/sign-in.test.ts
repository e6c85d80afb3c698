import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as contract from '@zikao/contract/identity';
import { auditEntries } from '#platform/tables';
import { accounts } from '#tables/identity';
import { createTestApp, type TestApp } from '#test/app';
import { createCaller, type Caller } from '#test/caller';
import { aCandidate, anIdNumber, anOfficer, aPhone } from '#test/factories/identity';

let product: TestApp;
let caller: Caller;
const START = Date.parse('2027-03-08T02:00:00Z');
const after = (minutes: number) => product.at(new Date(START + minutes * 60_000));

beforeAll(async () => {
  product = await createTestApp({ SIGN_IN_PER_ADDRESS: '12' });
});
afterAll(() => product.close());
let address = 0;
beforeEach(async () => {
  await after(0);
  caller = createCaller(product, `10.0.0.${++address}`);
});

const signIn = (account: string, password: string, by = caller) =>
  by.call(contract.signIn, { body: { account, password } });
const staffSignIn = (username: string, password: string) =>
  caller.call(contract.staffSignIn, { body: { username, password } });
const lastTrace = async () =>
  (await product.services.db.select().from(auditEntries).orderBy(desc(auditEntries.seq)).limit(1))[0]!;

describe('refusals', () => {
  test('a wrong password and an unknown account are one answer', async () => {
    const { idNumber } = await aCandidate(product);
    const same = ({ status, body }: Awaited<ReturnType<typeof signIn>>) => ({
      status,
      body: { ...body, instance: undefined },
    });
    const wrong = same(await signIn(idNumber, 'Wrong-2027'));
    expect(wrong).toMatchObject({ status: 401, body: { code: 'signIn.wrong' } });
    for (const account of [anIdNumber(), aPhone(), 'nonsense', '1'])
      expect(same(await signIn(account, 'Wrong-2027'))).toEqual(wrong);
  });
  test('an account that was put out of use', async () => {
    const { id, phone, password, caller: browser } = await aCandidate(product);
    await product.services.db.update(accounts).set({ active: false }).where(eq(accounts.id, id));
    expect((await signIn(phone, password)).body.code).toBe('signIn.wrong');
    expect((await browser.call(contract.getAccount)).status).toBe(401);
  });
  test('each by the other door', async () => {
    const officer = await anOfficer(product);
    const candidate = await aCandidate(product);
    expect((await signIn(officer.username, officer.password)).body.code).toBe('signIn.wrong');
    expect((await staffSignIn(candidate.phone, candidate.password)).body.code).toBe('signIn.wrong');
    expect((await staffSignIn(candidate.idNumber, candidate.password)).body.code).toBe('signIn.wrong');
  });
  test('an empty account or password, at its field', async () => {
    const { body } = await signIn(' ', '');
    expect(body.errors).toEqual([
      { path: 'account', message: '请填写身份证号或手机号' },
      { path: 'password', message: '请填写密码' },
    ]);
  });
  test('a request from another site', async () => {
    const { phone, password } = await aCandidate(product);
    const body = { account: phone, password };
    const answer = await caller.call(contract.signIn, { body }, { origin: 'https://elsewhere.example' });
    expect(answer.body.code).toBe('request.crossSite');
  });
});

describe('the lock', () => {
  const five = async (account: string) => {
    const answers = [];
    for (let i = 0; i < 5; i++) answers.push(await signIn(account, 'Wrong-2027'));
    return answers.map(({ body }) => body.code);
  };
  const opening = ['signIn.wrong', 'signIn.wrong', 'signIn.wrong', 'signIn.wrong', 'signIn.locked'];

  test('after five failures: 15 minutes, told with the minutes left, the right password included', async () => {
    const { idNumber, phone, password } = await aCandidate(product);
    expect(await five(idNumber)).toEqual(opening);
    await after(4.5);
    const locked = await signIn(phone, password);
    expect(locked.body).toMatchObject({ code: 'signIn.locked', status: 429, retryAfter: 630 });
    expect(locked.body.detail).toContain('11 分钟');
    await after(14.9);
    expect((await signIn(phone, password)).body.code).toBe('signIn.locked');
    await after(15);
    expect((await signIn(phone, password)).status).toBe(201);
  });
  test('counts tries by ID number and by mobile number together', async () => {
    const { idNumber, phone } = await aCandidate(product);
    for (const account of [idNumber, phone, idNumber, phone]) await signIn(account, 'Wrong-2027');
    expect((await signIn(idNumber, 'Wrong-2027')).body.code).toBe('signIn.locked');
  });
  test('looks the same for an account that does not exist', async () => {
    const nobody = anIdNumber();
    expect(await five(nobody)).toEqual(opening);
    expect((await signIn(nobody.toLowerCase(), 'Wrong-2027')).body).toMatchObject({
      code: 'signIn.locked',
      retryAfter: 900,
    });
  });
  test('leaves five tries to twenty that come at once', async () => {
    const { phone } = await aCandidate(product);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => signIn(phone, `Wrong-${i}`, createCaller(product, `10.1.0.${i}`))),
    );
    expect(answers.filter(({ body }) => body.code === 'signIn.wrong')).toHaveLength(4);
    expect(answers.filter(({ body }) => body.code === 'signIn.locked')).toHaveLength(16);
  });
  test('begins anew after a right password', async () => {
    const { phone, password } = await aCandidate(product);
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < 4; i++) expect((await signIn(phone, 'Wrong-2027')).body.code).toBe('signIn.wrong');
      expect((await signIn(phone, password)).status).toBe(201);
    }
  });
  test('holds for staff too', async () => {
    const { username, password } = await anOfficer(product);
    for (let i = 0; i < 5; i++) await staffSignIn(username, 'Wrong-2027');
    expect((await staffSignIn(username, password)).body.code).toBe('signIn.locked');
  });
  test('per address: after so many failures all of it waits, others do not', async () => {
    const { phone, password } = await aCandidate(product);
    for (let i = 0; i < 12; i++) await signIn(anIdNumber(), 'Wrong-2027');
    expect((await signIn(phone, password)).body).toMatchObject({ code: 'signIn.tooMany', retryAfter: 900 });
    expect((await signIn(phone, password, createCaller(product, '10.2.0.1'))).status).toBe(201);
    await after(15);
    expect((await signIn(phone, password)).status).toBe(201);
  });
});

test('signs in by ID number in any spelling, and by mobile number', async () => {
  const { idNumber, phone, password } = await aCandidate(product, { name: '多杰才让' });
  for (const account of [idNumber, ` ${idNumber.toLowerCase()} `, phone, `+86 ${phone}`]) {
    expect((await signIn(account, password)).status).toBe(201);
    expect((await caller.call(contract.getSession)).body.session).toMatchObject({
      role: 'candidate',
      name: '多杰才让',
      maskedPhone: expect.stringContaining('••••'),
    });
  }
});

test('staff sign in at their own door, and sign out', async () => {
  const { username, password } = await anOfficer(product, { role: 'district', district: '01' });
  expect((await staffSignIn(username, password)).body).toMatchObject({
    role: 'district',
    district: { code: '01' },
  });
  expect((await caller.call(contract.signOut)).status).toBe(204);
  expect((await caller.call(contract.getSession)).body.session).toBeNull();
});

test('success and failure are in the audit trail, without what was typed', async () => {
  const { id, phone, password } = await aCandidate(product);
  await signIn(phone, 'Wrong-2027');
  expect(await lastTrace()).toMatchObject({
    action: 'identity.signIn',
    subject: `account:${id}`,
    actor: null,
  });
  await signIn(aPhone(), 'Wrong-2027');
  expect(await lastTrace()).toMatchObject({
    action: 'identity.signIn',
    subject: 'unknown',
    ip: caller && `10.0.0.${address}`,
  });
  await signIn(phone, password);
  expect(await lastTrace()).toMatchObject({ subject: `account:${id}`, actor: id, role: 'candidate' });
  const all = JSON.stringify(await product.services.db.select().from(auditEntries), (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  expect(all).not.toContain('Wrong-2027');
  expect(all).not.toContain(password);
  expect(all).not.toContain(phone);
});
