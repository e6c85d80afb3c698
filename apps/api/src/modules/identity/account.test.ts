import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import * as contract from '@zikao/contract/identity';
import { hashPassword } from '#platform/crypto';
import { auditEntries } from '#platform/tables';
import { districts } from '#tables/exams';
import { accounts } from '#tables/identity';
import { createTestApp, type TestApp } from '#test/app';
import { createCaller, type Caller } from '#test/caller';
import { aCandidate, anOfficer, aPhone, aSession, type TestCandidate } from '#test/factories/identity';
import { aCode, aSolution, readCode } from '#test/factories/sms';

let product: TestApp;
let me: TestCandidate;
const NEW = 'Qinghaihu-2028';
beforeAll(async () => {
  product = await createTestApp({ SMS_PER_ADDRESS_DAY: '1000' });
});
afterAll(() => product.close());
beforeEach(async () => {
  await product.at('2027-03-08T02:00:00Z');
  me = await aCandidate(product);
});
const signIn = (account: string, password: string) =>
  createCaller(product).call(contract.signIn, { body: { account, password } });
const status = async (who: Pick<TestCandidate, 'caller'> | Caller) =>
  (await ('caller' in who ? who.caller : who).call(contract.listDevices)).status;

describe('忘记密码', () => {
  const reset = (phone: string, code: string, password = NEW) =>
    createCaller(product).call(contract.resetPassword, { body: { phone, code, password } });

  test('a wrong code, a code for signing in and an unknown number are one answer', async () => {
    const other = await aCode(product, createCaller(product), 'signIn', me.phone);
    for (const [phone, code] of [
      [me.phone, '000000'],
      [me.phone, other],
      [aPhone(), '000000'],
    ] as const)
      expect((await reset(phone, code)).body.code).toBe('code.wrong');
  });
  test('a bad password is refused and leaves the code good', async () => {
    const code = await aCode(product, createCaller(product), 'passwordReset', me.phone);
    expect((await reset(me.phone, code, 'short')).body.errors[0].path).toBe('password');
    expect((await reset(me.phone, code, `Ab-${me.idNumber}`)).body.errors).toEqual([
      { path: 'password', message: '密码里不要包含身份证号或手机号' },
    ]);
    expect((await reset(me.phone, code)).status).toBe(204);
  });
  test('sets the new one, ends every session and lifts the lock', async () => {
    for (let i = 0; i < 5; i++) await signIn(me.phone, 'Wrong-2027');
    const code = await aCode(product, createCaller(product), 'passwordReset', me.phone);
    expect((await reset(me.phone, code)).status).toBe(204);
    expect(await status(me)).toBe(401);
    expect((await signIn(me.phone, me.password)).body.code).toBe('signIn.wrong');
    expect((await signIn(me.phone, NEW)).status).toBe(201);
    expect((await reset(me.phone, code)).body.code).toBe('code.wrong');
  });
});

test('a sign-in with the old password waits for a change that is under way, and sees it', async () => {
  const { db } = product.services;
  const waiting = async () => {
    const { rows } = await db.execute(
      sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    expect(rows).toHaveLength(1);
  };
  const answer = await db.transaction(async (tx) => {
    const passwordHash = await hashPassword(NEW);
    await tx.update(accounts).set({ passwordHash }).where(eq(accounts.id, me.id));
    const late = signIn(me.phone, me.password);
    await vi.waitFor(waiting);
    return { late };
  });
  expect((await answer.late).body.code).toBe('signIn.wrong');
});

describe('changing the password', () => {
  const change = (current: string, password = NEW) =>
    me.caller.call(contract.changePassword, { body: { current, password } });

  test('needs the current one, and does not let it be guessed', async () => {
    const codes = [];
    for (let i = 0; i < 5; i++) codes.push((await change(`Wrong-${i}`)).body.code);
    expect(codes).toEqual([...Array<string>(4).fill('password.wrong'), 'signIn.locked']);
    expect((await change(me.password)).body.code).toBe('signIn.locked');
  });
  test('refuses one with the ID number in it', async () => {
    expect((await change(me.password, `Ab-${me.idNumber}`)).body.errors[0].path).toBe('password');
  });
  test('signs the other browsers out, this one stays', async () => {
    const other = await aSession(product, me.id);
    expect((await change(me.password)).status).toBe(204);
    expect([await status(me), await status(other)]).toEqual([200, 401]);
    expect((await signIn(me.idNumber, NEW)).status).toBe(201);
  });
});

describe('changing the mobile number', () => {
  const send = async (body: { purpose: 'phoneOld' } | { purpose: 'phoneNew'; phone: string }) =>
    me.caller.call(contract.sendOwnCode, {
      body: { ...body, solution: await aSolution(me.caller) } as never,
    });
  const codes = async (phone: string) => {
    await send({ purpose: 'phoneOld' });
    await send({ purpose: 'phoneNew', phone });
    return { oldCode: await readCode(product, me.phone), newCode: await readCode(product, phone) };
  };
  const change = (body: { oldCode: string; newCode: string; phone: string }) =>
    me.caller.call(contract.changePhone, { body });
  const not = (code: string) => (code === '000000' ? '000001' : '000000');

  test('asks for both codes; a wrong one is told at its field and spares the other', async () => {
    const phone = aPhone();
    const { oldCode, newCode } = await codes(phone);
    expect((await change({ phone, oldCode: not(oldCode), newCode })).body.errors[0].path).toBe('oldCode');
    expect((await change({ phone, oldCode, newCode: not(newCode) })).body.errors[0].path).toBe('newCode');
    expect((await change({ phone: aPhone(), oldCode, newCode })).body.errors[0].path).toBe('newCode');
    const { body } = await change({ phone, oldCode, newCode });
    expect(body.maskedPhone).toBe(`${phone.slice(0, 3)}••••${phone.slice(-4)}`);
    expect((await signIn(phone, me.password)).status).toBe(201);
    expect((await signIn(me.phone, me.password)).body.code).toBe('signIn.wrong');
  });
  test('five wrong new codes burn it, though the old one was right each time', async () => {
    const phone = aPhone();
    const { oldCode, newCode } = await codes(phone);
    for (let i = 0; i < 5; i++) await change({ phone, oldCode, newCode: not(newCode) });
    expect((await change({ phone, oldCode, newCode })).body.errors[0].path).toBe('newCode');
  });
  test("refuses one's own and somebody else's number", async () => {
    expect(
      (await change({ phone: me.phone, oldCode: '000000', newCode: '000000' })).body.errors[0].path,
    ).toBe('phone');
    const { phone } = await aCandidate(product);
    expect((await change({ phone, ...(await codes(phone)) })).body.code).toBe('registration.phoneTaken');
  });
});

describe('devices', () => {
  const revoke = (id: string) => me.caller.call(contract.revokeDevice, { params: { id } });
  const devices = async () => (await me.caller.call(contract.listDevices)).body.items;

  test("another person's session is not there", async () => {
    const stranger = await aCandidate(product);
    const [theirs] = (await stranger.caller.call(contract.listDevices)).body.items;
    expect((await revoke(theirs.id)).body.code).toBe('notFound');
    expect((await revoke('not-an-id')).body.code).toBe('notFound');
    expect(await status(stranger)).toBe(200);
  });
  test('are listed with the current one marked, and signed out at once', async () => {
    const other = await aSession(product, me.id);
    const items = await devices();
    expect(items.map(({ current }: { current: boolean }) => current).toSorted()).toEqual([false, true]);
    const far = items.find(({ current }: { current: boolean }) => !current);
    expect((await revoke(far.id)).status).toBe(204);
    expect([await status(me), await status(other)]).toEqual([200, 401]);
    expect(await devices()).toHaveLength(1);
  });
});

test('the account shows the ID number to its owner, the mobile number masked', async () => {
  const { body } = await me.caller.call(contract.getAccount);
  expect(body).toMatchObject({ name: me.name, idNumber: me.idNumber, consent: { version: '1' } });
  expect(JSON.stringify(body)).not.toContain(me.phone);
});

test('who saw my data: the offices, newest first, page by page, and nobody else’s', async () => {
  const { db } = product.services;
  await db
    .insert(districts)
    .values({ code: '99', name: '测试市', prefix: '9999', position: 99 })
    .onConflictDoNothing();
  const officer = await anOfficer(product, { district: '99' });
  const province = await anOfficer(product, { role: 'province' });
  const entry = { ip: '10.0.0.9', subject: 'profile:x', action: 'review.getCase' };
  const seen = (by: typeof officer, role: string, candidate: string) => ({
    ...entry,
    actor: by.id,
    actorName: by.name,
    role,
    candidate,
  });
  const stranger = await aCandidate(product);
  await db
    .insert(auditEntries)
    .values([
      seen(officer, 'district', me.id),
      seen(province, 'province', me.id),
      seen(officer, 'district', stranger.id),
      { ...entry, actor: me.id, actorName: me.name, role: 'candidate', candidate: me.id },
    ]);
  const list = (query: object) => me.caller.call(contract.listAccess, { query: query as never });
  const first = await list({ limit: '1' });
  expect(first.body.items).toMatchObject([{ who: '省考办工作人员', what: '查看了资料' }]);
  const second = await list({ limit: '1', cursor: first.body.next });
  expect(second.body).toMatchObject({ items: [{ who: '测试市考区工作人员' }] });
  expect(second.body.next).toBeUndefined();
  expect(JSON.stringify([first.body, second.body])).not.toContain(officer.name);
  await db.delete(districts).where(eq(districts.code, '99'));
});
