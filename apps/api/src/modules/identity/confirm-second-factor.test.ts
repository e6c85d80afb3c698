import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as contract from '@zikao/contract/identity';
import { createTestApp, type TestApp } from '#test/app';
import { createCaller, type Caller } from '#test/caller';
import {
  aCandidate,
  anOfficer,
  aPhone,
  type TestCandidate,
  type TestOfficer,
} from '#test/factories/identity';
import { aSolution, readCode } from '#test/factories/sms';

let product: TestApp;
let caller: Caller;
const START = Date.parse('2027-03-08T02:00:00Z');
const after = (seconds: number) => product.at(new Date(START + seconds * 1000));

beforeAll(async () => {
  product = await createTestApp({ SECOND_FACTOR: 'true', STAFF_TOTP: 'true' });
});
afterAll(() => product.close());
beforeEach(async () => {
  await after(0);
  caller = createCaller(product);
});
const session = async () => (await caller.call(contract.getSession)).body.session;
const confirm = (code: string, by = caller) => by.call(contract.confirmSecondFactor, { body: { code } });

test('without a pending session there is nothing to confirm', async () => {
  const solution = await aSolution(caller);
  const pending = [
    await confirm('123456'),
    await caller.call(contract.beginTotp),
    await caller.call(contract.sendSecondFactor, { body: { solution } }),
  ];
  for (const { body } of pending) expect(body.code).toBe('signedOut');
});

describe('a candidate, by SMS', () => {
  let person: TestCandidate;
  beforeEach(async () => {
    person = await aCandidate(product);
    const { phone: account, password } = person;
    await caller.call(contract.signIn, { body: { account, password } });
  });
  const send = async () =>
    caller.call(contract.sendSecondFactor, { body: { solution: await aSolution(caller) } });

  test('may do nothing before the code', async () => {
    expect((await session()).pending).toBe('sms');
    for (const endpoint of [contract.getAccount, contract.listDevices, contract.extendSession])
      expect((await caller.call(endpoint)).body.code).toBe('signedOut');
  });
  test('does not get in by a code alone', async () => {
    const { phone } = person;
    const solution = await aSolution(caller);
    const asked = await caller.call(contract.sendCode, { body: { purpose: 'signIn', phone, solution } });
    expect(asked.body.code).toBe('signIn.passwordNeeded');
    const used = await caller.call(contract.signInByCode, { body: { phone, code: '123456' } });
    expect(used.body.code).toBe('signIn.passwordNeeded');
  });
  test('is refused with a wrong code, and after ten minutes', async () => {
    await send();
    const code = await readCode(product, person.phone);
    expect((await confirm(code === '111111' ? '222222' : '111111')).body.code).toBe('code.wrong');
    await after(600);
    expect((await confirm(code)).body.code).toBe('signedOut');
    expect(await session()).toBeNull();
  });
  test('gets in with the right one, under a new token; the old one is dead', async () => {
    const old = createCaller(product);
    old.cookie = caller.cookie;
    expect((await send()).body.maskedPhone).toContain('••••');
    const code = await readCode(product, person.phone);
    expect((await confirm(code)).body).toMatchObject({ role: 'candidate' });
    expect((await session()).pending).toBeUndefined();
    expect((await caller.call(contract.getAccount)).status).toBe(200);
    expect(caller.cookie).not.toBe(old.cookie);
    expect((await old.call(contract.getSession)).body.session).toBeNull();
    expect((await confirm(code, old)).body.code).toBe('signedOut');
  });
  test('cannot send the code to another number', async () => {
    const solution = await aSolution(caller);
    const body = { solution, phone: aPhone() };
    await caller.call(contract.sendSecondFactor, { body });
    expect(await readCode(product, person.phone)).toMatch(/^\d{6}$/);
  });
});

describe('staff, by one-time password', () => {
  let officer: TestOfficer;
  const enter = async (by = caller) => {
    const { username, password } = officer;
    return by.call(contract.staffSignIn, { body: { username, password } });
  };
  const code = (secret: string, seconds = 0) =>
    TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: START + seconds * 1000 });
  const setUp = async () => {
    await enter();
    const { secret } = (await caller.call(contract.beginTotp)).body;
    expect((await confirm(code(secret))).status).toBe(200);
    return secret as string;
  };
  beforeEach(async () => {
    officer = await anOfficer(product);
  });

  test('the first time sets it up, and does nothing else', async () => {
    expect((await enter()).body.pending).toBe('totpSetup');
    expect((await caller.call(contract.listDevices)).body.code).toBe('signedOut');
    expect((await confirm('123456')).body.code).toBe('signIn.totpWrong');
    const { body } = await caller.call(contract.beginTotp);
    expect(body.uri).toMatch(/^otpauth:\/\/totp\/.*secret=/);
    expect((await confirm(code(body.secret))).body.pending).toBeUndefined();
    expect((await caller.call(contract.listDevices)).status).toBe(200);
  });
  test('after that the secret is never told again', async () => {
    await setUp();
    await after(60);
    expect((await enter()).body.pending).toBe('totp');
    expect((await caller.call(contract.beginTotp)).body.code).toBe('signedOut');
  });
  test('a code counts once, also when used twice at once', async () => {
    const secret = await setUp();
    await enter();
    expect((await confirm(code(secret))).body.code).toBe('signIn.totpWrong');
    await after(60);
    const other = createCaller(product);
    await Promise.all([enter(), enter(other)]);
    const answers = await Promise.all([confirm(code(secret, 60)), confirm(code(secret, 60), other)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401]);
  });
  test('a code of more than a step ago or ahead is refused', async () => {
    const secret = await setUp();
    await after(300);
    await enter();
    for (const seconds of [180, 230, 365, 420])
      expect((await confirm(code(secret, seconds))).body.code).toBe('signIn.totpWrong');
    expect((await confirm(code(secret, 285))).status).toBe(200);
  });
  test('five wrong ones end the pending session, and hold up the next', async () => {
    const secret = await setUp();
    await after(60);
    await enter();
    for (let i = 0; i < 5; i++) await confirm('000000');
    expect((await confirm(code(secret, 60))).body.code).toBe('signedOut');
    await enter();
    expect((await confirm(code(secret, 60))).body).toMatchObject({ code: 'signIn.locked', retryAfter: 900 });
  });
});
