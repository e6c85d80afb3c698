import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getReceipt, registerAtDesk, renewPaperCode } from '@zikao/contract/desk/endpoints';
import { firstSignIn, getAccount, resetPassword, signIn, signInByCode } from '@zikao/contract/identity';
import { accounts, smsOutbox } from '#tables/identity';
import { createTestApp, type TestApp } from '#test/app';
import { createCaller, type Caller } from '#test/caller';
import {
  aCandidate,
  anIdNumber,
  anOfficer,
  aPhone,
  PASSWORD,
  type TestOfficer,
} from '#test/factories/identity';
import { DISTRICT, OTHER_DISTRICT, theDistricts } from '#test/factories/review';
import { aCode } from '#test/factories/sms';
import { readPdf } from '#test/read-pdf';

let product: TestApp;
let officer: TestOfficer;
let address = 0;
beforeAll(async () => {
  product = await createTestApp();
  await theDistricts(product);
  officer = await anOfficer(product, { district: DISTRICT });
});
afterAll(() => product.close());

const papers = ['idCard', 'inPerson', 'ownPhone', 'privacy'];
const someone = () => ({ name: '拉毛卓玛', idNumber: anIdNumber(), phone: aPhone() });
const register = (person: object, more: object = {}) =>
  officer.caller.call(registerAtDesk, { body: { ...person, papers, ...more } as never });
const anyone = () => createCaller(product, `10.3.0.${address++}`);
const enter = (caller: Caller, body: object) =>
  caller.call(firstSignIn, { body: { password: PASSWORD, consent: '1', ...body } as never });

describe('registering at the desk is refused', () => {
  it('without what must be seen, and for a number or a phone somebody has', async () => {
    const other = await aCandidate(product);
    expect((await register(someone(), { papers: ['idCard'] })).body.errors[0].path).toBe('papers');
    const taken = { ...someone(), idNumber: other.idNumber };
    expect((await register(taken)).body.code).toBe('registration.idTaken');
    expect((await register({ ...someone(), phone: other.phone })).body.code).toBe('registration.phoneTaken');
  });
});

describe('an account made at the desk', () => {
  it('opens by the code on paper and the one on the phone together, and by nothing less', async () => {
    const person = someone();
    const { phone } = person;
    const { status, body } = await register(person);
    expect(status).toBe(201);
    const { paperCode } = body;
    await product.settle();
    const sent = await product.services.db.select().from(smsOutbox).where(eq(smsOutbox.phone, phone));
    expect(sent.map(({ text }) => text).join()).not.toContain(paperCode);

    // The phone alone: an officer may have mistyped it.
    const caller = anyone();
    await expect(aCode(product, caller, 'passwordReset', phone)).rejects.toThrow();
    const reset = { phone, code: '000000', password: PASSWORD };
    expect((await caller.call(resetPassword, { body: reset })).body.code).toBe('code.wrong');
    expect((await caller.call(signInByCode, { body: { phone, code: '000000' } })).body.code).toBe(
      'code.wrong',
    );
    expect((await caller.call(signIn, { body: { account: phone, password: PASSWORD } })).status).toBe(401);
    // The paper alone.
    expect((await enter(caller, { phone, paperCode, code: '000000' })).body.code).toBe('code.wrong');

    const code = await aCode(product, caller, 'firstSignIn', phone);
    const wrong = await enter(caller, { phone, code, paperCode: 'ZZZZZZZZZZ' });
    expect(wrong.body.errors[0].path).toBe('paperCode');
    const entered = await enter(caller, { phone, code, paperCode: paperCode.toLowerCase() });
    expect([entered.status, entered.body.role]).toEqual([201, 'candidate']);
    expect((await caller.call(getAccount)).body).toMatchObject({
      name: person.name,
      idNumber: person.idNumber,
    });
    // Once: from now on it is an account like any other.
    const later = anyone();
    expect((await later.call(signIn, { body: { account: phone, password: PASSWORD } })).status).toBe(201);
    expect(
      (await officer.caller.call(renewPaperCode, { params: { id: body.id }, body: { papers } })).body.code,
    ).toBe('conflict');
  });

  it('takes five wrong codes and no more; a renewed one is the only one that counts', async () => {
    const person = someone();
    const { phone } = person;
    const { body } = await register(person);
    const code = await aCode(product, anyone(), 'firstSignIn', phone);
    for (let i = 0; i < 5; i++) await enter(anyone(), { phone, code, paperCode: 'ZZZZZZZZZZ' });
    expect((await enter(anyone(), { phone, code, paperCode: body.paperCode })).status).toBe(422);
    const stranger = await anOfficer(product, { district: OTHER_DISTRICT });
    const request = { params: { id: body.id }, body: { papers } };
    expect((await stranger.caller.call(renewPaperCode, request)).status).toBe(404);
    const renewed = await officer.caller.call(renewPaperCode, request);
    expect(renewed.body.paperCode).not.toBe(body.paperCode);
    expect((await enter(anyone(), { phone, code, paperCode: body.paperCode })).status).toBe(422);
    expect((await enter(anyone(), { phone, code, paperCode: renewed.body.paperCode })).status).toBe(201);
  });

  it('has a receipt that carries the code until its owner has entered', async () => {
    const person = someone();
    const { body } = await register(person);
    const read = async () =>
      (await readPdf((await officer.caller.call(getReceipt, { params: { id: body.act } })).bytes)).join('');
    const printed = `${body.paperCode.slice(0, 5)}-${body.paperCode.slice(5)}`;
    expect(await read()).toContain(printed);
    await product.services.db
      .update(accounts)
      .set({ paperCodeUntil: null, paperCodeNo: null })
      .where(eq(accounts.id, body.id));
    expect(await read()).not.toContain(printed);
  });
});
