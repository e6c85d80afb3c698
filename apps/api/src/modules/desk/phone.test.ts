import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  confirmDeskRequest,
  findPeople,
  getPerson,
  requestPhoneChange,
  sendDeskCode,
} from '@zikao/contract/desk/endpoints';
import { getSession, signIn } from '@zikao/contract/identity';
import { listMessages } from '@zikao/contract/messages';
import { takeEffect, undoCodeOf } from '#modules/desk';
import { sealPhone } from '#modules/identity';
import { deskRequests } from '#tables/desk';
import { accounts, smsOutbox } from '#tables/identity';
import { outbox } from '#platform/tables';
import { createTestApp, type TestApp } from '#test/app';
import { createCaller } from '#test/caller';
import { aCandidate, anOfficer, aPhone, PASSWORD, type TestOfficer } from '#test/factories/identity';
import { aSubmittedProfile, DISTRICT, OTHER_DISTRICT, theDistricts } from '#test/factories/review';
import { aSolution, readCode } from '#test/factories/sms';

const BEGIN = '2027-03-08T02:00:00Z';
const AFTER = '2027-03-09T02:00:00Z';

let product: TestApp;
let officer: TestOfficer;
beforeAll(async () => {
  product = await createTestApp();
  await theDistricts(product);
  officer = await anOfficer(product, { district: DISTRICT });
});
afterAll(() => product.close());

const papers = ['idCard', 'inPerson', 'signedForm', 'carrier'];
async function codeTo(phone: string): Promise<string> {
  const body = { phone, solution: await aSolution(officer.caller) };
  expect((await officer.caller.call(sendDeskCode, { body })).status).toBe(200);
  return readCode(product, phone);
}
const ask = (id: string, phone: string, code: string, more: object = {}, who = officer) =>
  who.caller.call(requestPhoneChange, {
    params: { id },
    body: { phone, code, papers, reason: '原号码已停机', ...more },
  });
const pass = async (moment: string) => {
  await product.at(moment);
  return takeEffect({ ...product.services, log: product.app.log });
};
const request = async (id: string) =>
  (await product.services.db.select().from(deskRequests).where(eq(deskRequests.id, id)))[0]!;
const texts = async (phone: string) => {
  await product.settle();
  const rows = await product.services.db.select().from(smsOutbox).where(eq(smsOutbox.phone, phone));
  return rows.map(({ text }) => text);
};

describe('更换手机号 at the desk is refused', () => {
  it('without the code on the new number, and for a number somebody has', async () => {
    await product.at(BEGIN);
    const { id, phone } = await aSubmittedProfile(product);
    expect((await ask(id, aPhone(), '000000')).body.code).toBe('code.wrong');
    expect((await ask(id, phone, '000000')).body.errors[0].path).toBe('phone');
    const other = await aCandidate(product);
    expect((await ask(id, other.phone, '000000')).body.code).toBe('registration.phoneTaken');
  });

  it('for people of another district, and for those not looked up', async () => {
    const elsewhere = await aSubmittedProfile(product, { district: OTHER_DISTRICT });
    const unfiled = await aCandidate(product);
    for (const { id } of [elsewhere, unfiled]) expect((await ask(id, aPhone(), '000000')).status).toBe(404);
    expect(await product.services.db.$count(deskRequests)).toBe(0);
  });

  it('to an officer who asks twenty times a day', async () => {
    const { id } = await aSubmittedProfile(product);
    const busy = await anOfficer(product, { district: DISTRICT });
    for (let i = 0; i < 20; i++) await ask(id, aPhone(), '000000', {}, busy);
    const { status, body } = await ask(id, aPhone(), '000000', {}, busy);
    expect([status, body.code]).toEqual([429, 'desk.tooMany']);
  });
});

describe('更换手机号 at the desk', () => {
  it('tells both numbers, waits a day, then signs everybody out, and the new number signs in', async () => {
    await product.at(BEGIN);
    const { id, phone, caller, idNumber } = await aCandidate(product);
    await officer.caller.call(findPeople, { body: { typed: idNumber } });
    const next = aPhone();
    const { body, status } = await ask(id, next, await codeTo(next));
    expect([status, body.state, body.effectiveAt]).toEqual([201, 'waiting', '2027-03-09T02:00:00.000Z']);
    expect(body.newPhone).not.toBe(next);
    const code = undoCodeOf(product.services.keys, body.id);
    expect((await texts(phone)).join()).toContain(code);
    expect((await texts(next)).join()).not.toContain(code);
    expect((await caller.call(listMessages)).body.items[0].title).toBe('您的手机号将要更换');
    // Nothing that is stored says the code, or either number.
    const stored = JSON.stringify(await product.services.db.select().from(outbox), (_, v: unknown) =>
      typeof v === 'bigint' ? String(v) : v,
    );
    for (const secret of [code, phone, next]) expect(stored).not.toContain(secret);

    await pass(AFTER);
    expect((await request(body.id)).state).toBe('done');
    expect((await caller.call(getSession)).body.session).toBeNull();
    const enter = (account: string) =>
      createCaller(product).call(signIn, { body: { account, password: PASSWORD } });
    expect((await enter(phone)).status).toBe(401);
    expect((await enter(next)).status).toBe(201);
    expect((await texts(phone)).at(-1)).toContain('不再用于登录');
  });

  it('of somebody approved needs a second officer, not the one who asked', async () => {
    await product.at(BEGIN);
    const { id } = await aSubmittedProfile(product, { state: 'approved' });
    const next = aPhone();
    const { body } = await ask(id, next, await codeTo(next));
    expect(body).toMatchObject({ state: 'confirming', secondLook: 'colleague', actions: ['undo'] });
    const params = { id: body.id };
    expect((await officer.caller.call(confirmDeskRequest, { params })).body.code).toBe('desk.ownRequest');
    await pass(AFTER);
    expect((await request(body.id)).state).toBe('confirming');
    const colleague = await anOfficer(product, { district: DISTRICT });
    // A day from the second look on, not from the asking.
    const confirmed = await colleague.caller.call(confirmDeskRequest, { params });
    expect(confirmed.body).toMatchObject({ state: 'waiting', effectiveAt: '2027-03-10T02:00:00.000Z' });
    await pass('2027-03-10T02:00:00Z');
    expect((await request(body.id)).state).toBe('done');
  });

  it('lapses, and says why, when the new number was taken or the old one changed meanwhile', async () => {
    const { db, keys } = product.services;
    await product.at(BEGIN);
    const taken = await aSubmittedProfile(product);
    const next = aPhone();
    const first = await ask(taken.id, next, await codeTo(next));
    await aCandidate(product, { phone: next });
    const changed = await aSubmittedProfile(product);
    const other = aPhone();
    const second = await ask(changed.id, other, await codeTo(other));
    await db.update(accounts).set(sealPhone(keys, aPhone())).where(eq(accounts.id, changed.id));
    await pass(AFTER);
    expect(await request(first.body.id)).toMatchObject({
      state: 'lapsed',
      endNote: '新手机号已被另一个账号使用，请换一个号码重新办理',
    });
    expect(await request(second.body.id)).toMatchObject({
      state: 'lapsed',
      endNote: '考生已自行更换手机号',
    });
    const { body } = await officer.caller.call(getPerson, { params: { id: taken.id } });
    expect(body.can).toContain('phone');
    expect(body.requests).toMatchObject([{ state: 'lapsed' }]);
  });
});
