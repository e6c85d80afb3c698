import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  confirmDeskRequest,
  findPeople,
  getPerson,
  listDeskRequests,
  refuseDeskRequest,
  requestRelease,
  undoDeskRequest,
} from '@zikao/contract/desk/endpoints';
import { listOwnDeskRequests, undoByCode, undoOwnDeskRequest } from '@zikao/contract/desk/undo';
import { register, signIn } from '@zikao/contract/identity';
import { takeEffect, undoCodeOf } from '#modules/desk';
import { admissionNumbersOf, idNumberIndex } from '#modules/identity';
import { profiles } from '#tables/candidates';
import { deskRequests } from '#tables/desk';
import { accounts, admissionNumbers, smsOutbox } from '#tables/identity';
import { createTestApp, type TestApp } from '#test/app';
import { createCaller } from '#test/caller';
import {
  aCandidate,
  anIdNumber,
  anOfficer,
  aPhone,
  PASSWORD,
  type TestOfficer,
} from '#test/factories/identity';
import {
  aSubmittedEnrolment,
  aSubmittedProfile,
  DISTRICT,
  OTHER_DISTRICT,
  theDistricts,
} from '#test/factories/review';
import { aCode } from '#test/factories/sms';

const BEGIN = '2027-03-08T02:00:00Z';
const BEFORE = '2027-03-09T01:59:59Z';
const AFTER = '2027-03-09T02:00:00Z';

let product: TestApp;
let officer: TestOfficer;
let stranger: TestOfficer;
let province: TestOfficer;
beforeAll(async () => {
  product = await createTestApp();
  await theDistricts(product);
  officer = await anOfficer(product, { district: DISTRICT });
  stranger = await anOfficer(product, { district: OTHER_DISTRICT });
  province = await anOfficer(product, { role: 'province' });
});
afterAll(() => product.close());

const papers = ['idCard', 'inPerson', 'signedForm'];
const ask = (idNumber: string, who = officer, more: object = {}) =>
  who.caller.call(requestRelease, { body: { idNumber, papers, reason: '本人从未注册', ...more } });
const pass = async (moment: string) => {
  await product.at(moment);
  return takeEffect({ ...product.services, log: product.app.log });
};
const stateOf = async (id: string) => {
  const [row] = await product.services.db.select().from(deskRequests).where(eq(deskRequests.id, id));
  return row!.state;
};
const accountOf = async (id: string) => {
  const [row] = await product.services.db.select().from(accounts).where(eq(accounts.id, id));
  return row!;
};
const texts = async (phone: string) => {
  await product.settle();
  const rows = await product.services.db.select().from(smsOutbox).where(eq(smsOutbox.phone, phone));
  return rows.map(({ text }) => text);
};
const registerWith = async (idNumber: string) => {
  const phone = aPhone();
  const caller = createCaller(product);
  const code = await aCode(product, caller, 'registration', phone);
  return caller.call(register, {
    body: { name: '真正的本人', idNumber, phone, code, password: PASSWORD, consent: '1' },
  });
};

describe('a release is refused', () => {
  it('for an ID number nobody has', async () => {
    await product.at(BEGIN);
    expect((await ask(anIdNumber())).body.code).toBe('desk.notTaken');
  });

  it('without every paper that is needed, or a reason', async () => {
    const { idNumber } = await aCandidate(product);
    const { body } = await ask(idNumber, officer, { papers: ['idCard'] });
    expect(body.errors).toEqual([{ path: 'papers', message: expect.stringContaining('核对并勾选') }]);
    expect((await ask(idNumber, officer, { reason: '是' })).body.errors[0].path).toBe('reason');
  });

  it('while another one about the account is open, of whichever district', async () => {
    const { idNumber } = await aCandidate(product);
    expect((await ask(idNumber)).status).toBe(201);
    expect((await ask(idNumber, stranger)).body.code).toBe('desk.open');
  });
});

describe('a release', () => {
  it('waits a day, then closes the account and gives the number back to whoever registers with it', async () => {
    await product.at(BEGIN);
    const { id, idNumber, phone, caller } = await aCandidate(product);
    await product.services.db.insert(admissionNumbers).values({
      number: '010119100009',
      candidate: id,
      idNumberIndex: idNumberIndex(product.services.keys, idNumber),
      district: DISTRICT,
      origin: 'imported',
    });
    // An imported number is something to lose.
    const { body } = await ask(idNumber);
    expect(body).toMatchObject({ state: 'confirming', secondLook: 'province' });
    expect(JSON.stringify(body)).not.toContain(phone.slice(-4));
    await province.caller.call(confirmDeskRequest, { params: { id: body.id } });
    await pass(BEFORE);
    expect(await stateOf(body.id)).toBe('waiting');
    expect((await registerWith(idNumber)).body.code).toBe('registration.idTaken');

    await pass(AFTER);
    expect(await stateOf(body.id)).toBe('done');
    const kept = await accountOf(id);
    expect(kept).toMatchObject({ active: false, idNumberIndex: null, phoneIndex: null });
    expect(kept.idNumber).not.toBeNull();
    expect((await caller.call(listOwnDeskRequests)).status).toBe(401);
    const typed = { body: { account: phone, password: PASSWORD } };
    expect((await createCaller(product).call(signIn, typed)).body.code).toBe('signIn.wrong');
    expect((await texts(phone)).at(-1)).toContain('已停用');

    const { status } = await registerWith(idNumber);
    expect(status).toBe(201);
    const [fresh] = await product.services.db
      .select({ id: accounts.id })
      .from(accounts)
      .where(eq(accounts.idNumberIndex, idNumberIndex(product.services.keys, idNumber)));
    expect(await admissionNumbersOf(product.services, fresh!.id)).toEqual(['010119100009']);
    expect(await admissionNumbersOf(product.services, id)).toEqual([]);
  });

  it('takes the closed account out of every queue', async () => {
    await product.at(BEGIN);
    const { candidate } = await aSubmittedEnrolment(product);
    const { db } = product.services;
    await db.update(profiles).set({ state: 'pending' }).where(eq(profiles.id, candidate.id));
    const { body } = await ask(candidate.idNumber);
    expect(body.secondLook).toBe('nobody');
    await pass(AFTER);
    const [file] = await db.select().from(profiles).where(eq(profiles.id, candidate.id));
    expect(file!.state).toBe('draft');
    expect((await officer.caller.call(getPerson, { params: { id: candidate.id } })).status).toBe(404);
    const found = await officer.caller.call(findPeople, { body: { typed: candidate.idNumber } });
    expect(found.body.items).toEqual([]);
  });

  it('goes to the province when the account is approved or of another district', async () => {
    await product.at(BEGIN);
    const approved = await aSubmittedProfile(product, { state: 'approved' });
    const elsewhere = await aSubmittedProfile(product, { district: OTHER_DISTRICT });
    for (const { idNumber } of [approved, elsewhere]) {
      const { body } = await ask(idNumber);
      expect(body).toMatchObject({ state: 'confirming', secondLook: 'province', actions: ['undo'] });
      const colleague = await anOfficer(product, { district: DISTRICT });
      const params = { id: body.id };
      expect((await colleague.caller.call(confirmDeskRequest, { params })).body.code).toBe('conflict');
      expect((await stranger.caller.call(confirmDeskRequest, { params })).status).toBe(404);
      const refused = await province.caller.call(refuseDeskRequest, {
        params,
        body: { reason: '证据不足够' },
      });
      expect(refused.body.state).toBe('refused');
      expect(await pass(AFTER)).toBe(0);
      await product.at(BEGIN);
    }
  });

  it('does not take effect when the account was approved meanwhile', async () => {
    await product.at(BEGIN);
    const { id, idNumber } = await aSubmittedProfile(product);
    const { body } = await ask(idNumber);
    await product.services.db.update(profiles).set({ state: 'approved' }).where(eq(profiles.id, id));
    await pass(AFTER);
    expect(await stateOf(body.id)).toBe('lapsed');
    expect((await accountOf(id)).active).toBe(true);
  });
});

describe('undo', () => {
  it('by the code sent to the old number, from no account at all; a wrong one is nothing', async () => {
    await product.at(BEGIN);
    const { id, idNumber, phone } = await aCandidate(product);
    const { body } = await ask(idNumber);
    const code = undoCodeOf(product.services.keys, body.id);
    expect((await texts(phone)).join()).toContain(code);
    const anyone = createCaller(product, '10.9.9.9');
    expect((await anyone.call(undoByCode, { body: { code: 'ZZZZZZZZZZ' } })).body.code).toBe(
      'desk.undoCodeWrong',
    );
    expect((await anyone.call(undoByCode, { body: { code: code.toLowerCase() } })).status).toBe(200);
    expect((await anyone.call(undoByCode, { body: { code } })).body.code).toBe('conflict');
    expect(await pass(AFTER)).toBe(0);
    expect((await accountOf(id)).active).toBe(true);
  });

  it('by the owner makes the next one a matter of the province, whose word then stands', async () => {
    await product.at(BEGIN);
    const { idNumber, caller } = await aCandidate(product);
    const first = await ask(idNumber);
    const params = { id: first.body.id };
    expect((await caller.call(undoOwnDeskRequest, { params })).status).toBe(204);
    const next = await ask(idNumber);
    expect(next.body).toMatchObject({ state: 'confirming', secondLook: 'province' });
    await province.caller.call(confirmDeskRequest, { params: { id: next.body.id } });
    const own = await caller.call(listOwnDeskRequests);
    expect(own.body.items[0]).toMatchObject({ state: 'waiting', mayUndo: false });
    const again = await caller.call(undoOwnDeskRequest, { params: { id: next.body.id } });
    expect(again.body.code).toBe('desk.decided');
    const code = undoCodeOf(product.services.keys, next.body.id);
    expect((await createCaller(product).call(undoByCode, { body: { code } })).body.code).toBe('desk.decided');
    await pass(AFTER);
    expect(await stateOf(next.body.id)).toBe('done');
  });

  it('by the office, with a reason; another district knows of nothing', async () => {
    await product.at(BEGIN);
    const { idNumber } = await aCandidate(product);
    const { body } = await ask(idNumber);
    const undo = (who: TestOfficer) =>
      who.caller.call(undoDeskRequest, { params: { id: body.id }, body: { reason: '核对有误撤销' } });
    expect((await undo(stranger)).status).toBe(404);
    expect((await undo(officer)).body).toMatchObject({ state: 'undone', ended: { note: '核对有误撤销' } });
    const listed = await stranger.caller.call(listDeskRequests, { query: { open: 'false' as never } });
    expect(JSON.stringify(listed.body)).not.toContain(body.id);
  });
});
