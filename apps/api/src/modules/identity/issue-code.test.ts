import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as contract from '@zikao/contract/identity';
import { createTestApp, type TestApp } from '#test/app';
import { createCaller, type Caller } from '#test/caller';
import { aCandidate, anIdNumber, aPhone, PASSWORD } from '#test/factories/identity';
import { network } from './count-failures.ts';
import { aCode, aSolution, messagesTo, readCode } from '#test/factories/sms';

let product: TestApp;
let caller: Caller;
const START = Date.parse('2027-03-08T02:00:00Z');
const after = (seconds: number) => product.at(new Date(START + seconds * 1000));

beforeAll(async () => {
  product = await createTestApp({ SMS_PER_PHONE_DAY: '3', SMS_PER_ADDRESS_DAY: '5' });
});
afterAll(() => product.close());
let address = 0;
beforeEach(async () => {
  await after(0);
  caller = createCaller(product, `10.0.0.${++address}`);
});

const ask = async (phone: string, purpose: 'registration' | 'signIn' | 'passwordReset' = 'registration') =>
  caller.call(contract.sendCode, { body: { purpose, phone, solution: await aSolution(caller) } });
const registerWith = (phone: string, code: string, by = caller) =>
  by.call(contract.register, {
    body: { name: '李青', idNumber: anIdNumber(), phone, code, password: PASSWORD, consent: '1' },
  });

interface Payload {
  challenge: {
    parameters: { keyPrefix: string; nonce: string; data: { expires: number } };
    signature: string;
  };
  solution: { counter: number; derivedKey: string };
}

describe('the proof of work before every SMS', () => {
  const send = (solution: string) =>
    caller.call(contract.sendCode, { body: { purpose: 'registration', phone: aPhone(), solution } });
  const forge = async (change: (payload: Payload) => void) => {
    const payload: Payload = JSON.parse(Buffer.from(await aSolution(caller), 'base64').toString());
    change(payload);
    return Buffer.from(JSON.stringify(payload)).toString('base64');
  };

  test.each(['', '{}', 'bm90IGpzb24=', Buffer.from('null').toString('base64')])(
    '%j is none',
    async (text) => {
      expect((await send(text)).body.code).toBe('challenge.wrong');
    },
  );
  test('a wrong answer, an easier question or a longer time are refused', async () => {
    const changes: ((payload: Payload) => void)[] = [
      (p) => void (p.solution.counter += 1),
      (p) => void (p.solution.derivedKey = '00'.repeat(32)),
      (p) => void (p.challenge.parameters.keyPrefix = '00'),
      (p) => void (p.challenge.parameters.data.expires += 3600),
      (p) => void (p.challenge.signature = 'ab'.repeat(32)),
      (p) => void (p.challenge.parameters.nonce = 'zz'),
    ];
    for (const change of changes) expect((await send(await forge(change))).body.code).toBe('challenge.wrong');
  });
  test('a solution counts once, also when sent twice at once', async () => {
    const solution = await aSolution(caller);
    const answers = await Promise.all([send(solution), send(solution)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
    expect((await send(solution)).body.code).toBe('challenge.wrong');
  });
  test('a solution is good for ten minutes', async () => {
    const solution = await aSolution(caller);
    await after(601);
    expect((await send(solution)).body.code).toBe('challenge.wrong');
  });
});

describe('limits', () => {
  test('another code only after 60 seconds, saying how many are left', async () => {
    const phone = aPhone();
    expect((await ask(phone)).body).toEqual({
      resendAfter: 60,
      expiresIn: 300,
      maskedPhone: `${phone.slice(0, 3)}••••${phone.slice(-4)}`,
    });
    await after(42);
    const early = await ask(phone);
    expect(early.body).toMatchObject({ code: 'code.tooSoon', status: 429, retryAfter: 18 });
    expect(early.headers['retry-after']).toBe('18');
    await after(60);
    expect((await ask(phone)).status).toBe(200);
  });
  test('of two asked for at once one is sent', async () => {
    const phone = aPhone();
    const answers = await Promise.all([ask(phone), ask(phone)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 429]);
    expect(await messagesTo(product, phone)).toBe(1);
  });
  test('so many for one number in a day, whatever the purpose', async () => {
    const { phone } = await aCandidate(product);
    await ask(phone);
    await ask(phone, 'signIn');
    await ask(phone, 'passwordReset');
    await after(120);
    const refused = await ask(phone);
    expect(refused.body).toMatchObject({ code: 'code.tooMany', retryAfter: 86_400 - 120 });
    expect(refused.body.detail).toContain('24 小时');
    await after(86_401);
    expect((await ask(phone)).status).toBe(200);
  });
  test('so many from one address in a day; another address is free', async () => {
    for (let i = 0; i < 5; i++) expect((await ask(aPhone())).status).toBe(200);
    expect((await ask(aPhone())).body.code).toBe('code.tooMany');
    caller = createCaller(product, '10.0.1.1');
    expect((await ask(aPhone())).status).toBe(200);
  });
});

test('the addresses of one IPv6 subscriber are one', () => {
  expect(network('2001:db8:1:2:3:4:5:6')).toBe(network('2001:db8:1:2::9'));
  expect(network('2001:db8:1:2::9')).not.toBe(network('2001:db8:1:3::9'));
  expect(network('::1')).toBe('0:0:0:0::/64');
  expect(network('10.0.0.1')).toBe('10.0.0.1');
});

describe('a number without an account', () => {
  test.each(['signIn', 'passwordReset'] as const)(
    'for %s gets the same answers, and no message',
    async (purpose) => {
      const known = (await aCandidate(product)).phone;
      const unknown = aPhone();
      const [a, b] = [await ask(known, purpose), await ask(unknown, purpose)];
      const shape = ({ status, body }: typeof a) => ({ status, ...body, maskedPhone: '' });
      expect(shape(a)).toEqual(shape(b));
      expect((await ask(unknown, purpose)).body.code).toBe('code.tooSoon');
      await readCode(product, known);
      expect(await messagesTo(product, unknown)).toBe(0);
    },
  );
});

describe('a code', () => {
  test('is bound to its purpose and its number', async () => {
    const { phone } = await aCandidate(product);
    const code = await aCode(product, caller, 'passwordReset', phone);
    expect((await caller.call(contract.signInByCode, { body: { phone, code } })).body.code).toBe(
      'code.wrong',
    );
    expect((await registerWith(aPhone(), code)).body).toMatchObject({
      code: 'code.wrong',
      errors: [{ path: 'code' }],
    });
  });
  test('is good for five minutes', async () => {
    const { phone } = await aCandidate(product);
    const code = await aCode(product, caller, 'signIn', phone);
    await after(300);
    expect((await caller.call(contract.signInByCode, { body: { phone, code } })).body.code).toBe(
      'code.wrong',
    );
    await after(299);
    expect((await caller.call(contract.signInByCode, { body: { phone, code } })).status).toBe(201);
  });
  test('is burnt by five wrong tries, also when they come all at once', async () => {
    const { phone } = await aCandidate(product);
    const code = await aCode(product, caller, 'signIn', phone);
    const wrong = (i: number) => String((Number(code) + i) % 1_000_000).padStart(6, '0');
    await Promise.all(
      [1, 2, 3, 4, 5].map((i) => caller.call(contract.signInByCode, { body: { phone, code: wrong(i) } })),
    );
    expect((await caller.call(contract.signInByCode, { body: { phone, code } })).body.code).toBe(
      'code.wrong',
    );
  });
  test('survives four wrong tries', async () => {
    const { phone } = await aCandidate(product);
    const code = await aCode(product, caller, 'signIn', phone);
    const other = code === '000000' ? '000001' : '000000';
    const use = (typed: string) => caller.call(contract.signInByCode, { body: { phone, code: typed } });
    for (let i = 0; i < 4; i++) expect((await use(other)).status).toBe(422);
    expect((await use(code)).status).toBe(201);
  });
  test('is used once, also by two at once', async () => {
    const { phone } = await aCandidate(product);
    const code = await aCode(product, caller, 'signIn', phone);
    const use = () => createCaller(product).call(contract.signInByCode, { body: { phone, code } });
    const answers = await Promise.all([use(), use(), use()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 422, 422]);
    expect((await use()).status).toBe(422);
  });
  test('stands nowhere in clear, and neither does the number', async () => {
    const phone = aPhone();
    const code = await aCode(product, caller, 'registration', phone);
    for (const table of ['sms_codes', 'accounts', 'limits', 'audit_entries']) {
      const { rows } = await product.services.db.execute(`select * from ${table}`);
      const text = JSON.stringify(rows, (_, value) =>
        Buffer.isBuffer(value) ? value.toString('latin1') : value,
      );
      expect(text).not.toContain(`"${code}"`);
      expect(text).not.toContain(phone);
    }
  });
});
