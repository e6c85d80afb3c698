import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TOTP } from 'otpauth';
import * as contract from '@zikao/contract/identity';
import { listCases } from '@zikao/contract/review';
import { createStaff, deactivateStaff, resetStaffPassword, resetStaffTotp } from '@zikao/contract/staff';
import { createTestApp, type TestApp } from '#test/app';
import { createCaller, type Caller } from '#test/caller';
import { anOfficer, type TestOfficer } from '#test/factories/identity';

let product: TestApp;
let province: TestOfficer;
const START = Date.parse('2027-03-08T02:00:00Z');
const after = (seconds: number) => product.at(new Date(START + seconds * 1000));
beforeAll(async () => {
  product = await createTestApp({ STAFF_TOTP: 'true' });
  province = await anOfficer(product, { role: 'province' });
});
afterAll(() => product.close());
beforeEach(() => after(0));

const OWN = 'Huanghe-Yuan-2027';
const reason = '新到岗的同事';
let addresses = 0;
const aBrowser = () => createCaller(product, `10.1.0.${++addresses}`);
const signIn = (browser: Caller, username: string, password: string) =>
  browser.call(contract.staffSignIn, { body: { username, password } });
const choose = (browser: Caller, password = OWN) =>
  browser.call(contract.chooseFirstPassword, { body: { password } });
const deal = (call: typeof resetStaffTotp | typeof resetStaffPassword, account: string) =>
  province.caller.call(call, { params: { account }, body: { reason } });

interface Made {
  id: string;
  username: string;
  password: string;
  browser: Caller;
}
/** A new officer, who has signed in with the temporary password. */
async function aNewOfficer(): Promise<Made> {
  const username = `new-${crypto.randomUUID().slice(0, 8)}`;
  const { body } = await province.caller.call(createStaff, {
    body: { role: 'district', district: '630100', name: '新同事', username, reason },
  });
  const browser = aBrowser();
  expect((await signIn(browser, username, body.password)).body.pending).toBe('newPassword');
  return { id: body.staff.id, username, password: body.password, browser };
}

/** Sets up the authenticator, and gives what it shows at a moment. */
async function setUp(browser: Caller, at: number): Promise<(seconds: number) => string> {
  const { secret } = (await browser.call(contract.beginTotp)).body;
  const app = new TOTP({ secret });
  const codeAt = (seconds: number) => app.generate({ timestamp: START + seconds * 1000 });
  await after(at);
  const { body } = await browser.call(contract.confirmSecondFactor, { body: { code: codeAt(at) } });
  expect(body.pending).toBeUndefined();
  return codeAt;
}

describe('a temporary password', () => {
  test('opens nothing but the choice of another', async () => {
    const { browser } = await aNewOfficer();
    const query = { params: { queue: 'profiles' }, query: {} };
    expect((await browser.call(listCases, query)).status).toBe(401);
    expect((await browser.call(contract.beginTotp)).status).toBe(401);
    expect((await browser.call(contract.confirmSecondFactor, { body: { code: '000000' } })).status).toBe(401);
    expect((await choose(aBrowser())).body.code).toBe('signedOut');
  });

  test('is replaced by a good one that is not itself or the user name, and then owes the second step', async () => {
    const { browser, username, password } = await aNewOfficer();
    for (const bad of [password, '12345678', `${username}-A1`])
      expect((await choose(browser, bad)).body.errors).toMatchObject([{ path: 'password' }]);
    expect((await choose(browser)).body).toMatchObject({ role: 'district', pending: 'totpSetup' });
    // Chosen once; the temporary one is over.
    expect((await choose(browser, 'Another-Yuan-2027')).status).toBe(401);
    expect((await signIn(aBrowser(), username, password)).body.code).toBe('signIn.wrong');
    await setUp(browser, 60);
    const query = { params: { queue: 'profiles' }, query: {} };
    expect((await browser.call(listCases, query)).status).toBe(200);
  });

  test('runs out: no sign-in after 72 hours, no choice either', async () => {
    const { browser, username, password } = await aNewOfficer();
    await after(72 * 3600);
    expect((await choose(browser)).body.code).toBe('signedOut');
    expect((await signIn(aBrowser(), username, password)).body.code).toBe('signIn.temporaryOver');
    expect((await signIn(aBrowser(), username, 'Wrong-2027')).body.code).toBe('signIn.wrong');
  });

  test('of two given one after the other only the last counts, also for whoever is half in', async () => {
    const { id, browser, username, password } = await aNewOfficer();
    const { body } = await deal(resetStaffPassword, id);
    expect((await choose(browser)).body.code).toBe('signedOut');
    expect((await signIn(aBrowser(), username, password)).body.code).toBe('signIn.wrong');
    const again = aBrowser();
    await signIn(again, username, body.password);
    expect((await choose(again)).status).toBe(200);
  });

  test('comes with the end of a lock by wrong tries', async () => {
    const { id, username } = await aNewOfficer();
    for (let i = 0; i < 5; i++) await signIn(aBrowser(), username, 'Wrong-2027');
    const { body } = await deal(resetStaffPassword, id);
    expect((await signIn(aBrowser(), username, body.password)).body.pending).toBe('newPassword');
  });
});

test('after a reset of the dynamic password the old one is nothing, and another is set up', async () => {
  const { id, username, browser } = await aNewOfficer();
  await choose(browser);
  const codeAt = await setUp(browser, 60);
  const half = aBrowser();
  expect((await signIn(half, username, OWN)).body.pending).toBe('totp');
  expect((await deal(resetStaffTotp, id)).body).toMatchObject({ totp: false });
  expect((await browser.call(contract.getSession)).body).toEqual({ session: null, ended: 'changed' });
  await after(120);
  const old = await half.call(contract.confirmSecondFactor, { body: { code: codeAt(120) } });
  expect(old.body.code).toBe('signedOut');
  const anew = aBrowser();
  expect((await signIn(anew, username, OWN)).body.pending).toBe('totpSetup');
  await setUp(anew, 180);
});

test('who was put out of use is told so, once the password shows that it is them', async () => {
  const officer = await anOfficer(product);
  const body = { reason: '调离工作岗位' };
  await province.caller.call(deactivateStaff, { params: { account: officer.id }, body });
  const code = async (password: string) =>
    (await signIn(aBrowser(), officer.username, password)).body.code as string;
  expect(await code('Wrong-2027')).toBe('signIn.wrong');
  expect(await code(officer.password)).toBe('signIn.deactivated');
});
