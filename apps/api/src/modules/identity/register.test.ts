import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as contract from '@zikao/contract/identity';
import { idNumberIndex } from '#modules/identity';
import { auditEntries, outbox } from '#platform/tables';
import { accounts, admissionNumbers } from '#tables/identity';
import { createTestApp, type TestApp } from '#test/app';
import { createCaller, type Caller } from '#test/caller';
import { aCandidate, anIdNumber, aPhone, PASSWORD } from '#test/factories/identity';
import { aCode } from '#test/factories/sms';

let product: TestApp;
let caller: Caller;
beforeAll(async () => {
  product = await createTestApp();
});
afterAll(() => product.close());
beforeEach(async () => {
  await product.at('2027-03-08T02:00:00Z');
  caller = createCaller(product);
});

async function filled(
  given: Partial<Record<'name' | 'idNumber' | 'phone' | 'password' | 'code' | 'consent', string>> = {},
) {
  const phone = given.phone ?? aPhone();
  const code = given.code ?? (await aCode(product, caller, 'registration', phone));
  return {
    name: '才仁卓玛',
    idNumber: anIdNumber(),
    password: PASSWORD,
    consent: '1',
    ...given,
    phone,
    code,
  };
}
const send = (body: Awaited<ReturnType<typeof filled>>, by = caller) => by.call(contract.register, { body });
const known = (idNumber: string) =>
  product.services.db
    .select()
    .from(accounts)
    .where(eq(accounts.idNumberIndex, idNumberIndex(product.services.keys, idNumber)));

describe('refusals', () => {
  test('name their fields in Chinese, and use no code up', async () => {
    const good = await filled();
    const bad = {
      name: '李',
      idNumber: '63010219990514001X',
      phone: '12345',
      password: '12345678',
      code: '12',
      consent: '',
    };
    const { status, body } = await send({ ...good, ...bad });
    expect(status).toBe(422);
    expect(body.errors.map(({ path }: { path: string }) => path).toSorted()).toEqual(
      ['code', 'consent', 'idNumber', 'name', 'password', 'phone'].toSorted(),
    );
    for (const { message } of body.errors) expect(message).toMatch(/\p{Script=Han}/u);
    expect((await send(good)).status).toBe(201);
  });
  test('a password with the ID number or the mobile number in it', async () => {
    const good = await filled();
    for (const password of [`Ab-${good.idNumber.toLowerCase()}`, `Aa-${good.phone}`])
      expect((await send({ ...good, password })).body.errors).toEqual([
        { path: 'password', message: '密码里不要包含身份证号或手机号' },
      ]);
  });
  test('consent to a version of the notice that is not in force', async () => {
    const { body } = await send(await filled({ consent: '0' }));
    expect(body.errors).toEqual([{ path: 'consent', message: expect.stringContaining('重新阅读') }]);
  });
  test('a taken ID number: the words of the guide, and nothing about who has it', async () => {
    const other = await aCandidate(product, { name: '索南' });
    const { status, body } = await send(await filled({ idNumber: other.idNumber }));
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'registration.idTaken' });
    expect(body.title).toBe(
      '该身份证号已被占用。请核对是否已注册并尝试登录；若确认非本人注册，请携带有效身份证件前往考区处理。',
    );
    expect(JSON.stringify(body)).not.toContain('索南');
  });
  test('a code asks about one ID number only', async () => {
    const other = await aCandidate(product);
    const body = await filled({ idNumber: other.idNumber });
    await send(body);
    expect((await send({ ...body, idNumber: anIdNumber() })).body.code).toBe('code.wrong');
  });
  test('a taken mobile number is told only to who holds it', async () => {
    const { phone } = await aCandidate(product);
    expect((await send(await filled({ phone, code: '000000' }))).body.code).toBe('code.wrong');
    expect((await send(await filled({ phone }))).body.code).toBe('registration.phoneTaken');
  });
});

test('makes an account, signs it in, keeps what was agreed to, and tells the listeners', async () => {
  const body = await filled({ name: ' 才仁 卓玛 ', idNumber: ` ${anIdNumber().slice(0, 18)} ` });
  const answer = await send(body);
  expect(answer.status).toBe(201);
  expect(answer.body).toMatchObject({ role: 'candidate', name: '才仁卓玛' });
  expect((await caller.call(contract.getSession)).body.session.name).toBe('才仁卓玛');
  const [account] = await known(body.idNumber.trim());
  expect(account).toMatchObject({ consentVersion: '1', consentAt: new Date('2027-03-08T02:00:00Z') });
  const told = await product.services.db.select().from(outbox).where(eq(outbox.event, 'account.registered'));
  expect(told.map(({ payload }) => payload)).toContainEqual({ candidate: account!.id });
  const traced = await product.services.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.candidate, account!.id));
  expect(traced).toMatchObject([{ action: 'identity.register', subject: `account:${account!.id}` }]);
});

test('two at once with one ID number: one account', async () => {
  const idNumber = anIdNumber();
  const bodies = await Promise.all([filled({ idNumber }), filled({ idNumber }), filled({ idNumber })]);
  const answers = await Promise.all(bodies.map((body) => send(body, createCaller(product))));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
  expect(await known(idNumber)).toHaveLength(1);
});

test('two at once with one mobile number and its one code: one account', async () => {
  const one = await filled();
  const two = { ...one, idNumber: anIdNumber() };
  const answers = await Promise.all([one, two].map((body) => send(body, createCaller(product))));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 422]);
});

describe('asked again after a lost answer', () => {
  test('signs in, within ten minutes and with the same password only', async () => {
    const body = await filled();
    await send(body);
    const again = createCaller(product);
    expect((await send({ ...body, password: 'Another-2027' }, again)).body.code).toBe('code.wrong');
    expect((await send({ ...body, phone: aPhone() }, again)).body.code).toBe('code.wrong');
    expect((await send(body, again)).status).toBe(201);
    expect((await again.call(contract.getSession)).body.session.name).toBe(body.name);
    await product.at('2027-03-08T02:10:01Z');
    expect((await send(body, createCaller(product))).body.code).toBe('code.wrong');
  });
  test('is no way to guess a password', async () => {
    const body = await filled();
    await send(body);
    for (let i = 0; i < 5; i++) await send({ ...body, password: `Guess-2027-${i}` });
    expect((await send(body)).body.code).toBe('signIn.locked');
  });
});

describe('imported history', () => {
  const imported = (idNumber: string, ...numbers: string[]) =>
    product.services.db.insert(admissionNumbers).values(
      numbers.map((number) => ({
        number,
        district: '01',
        origin: 'imported' as const,
        idNumberIndex: idNumberIndex(product.services.keys, idNumber),
      })),
    );
  test('belongs to the account from registration on', async () => {
    const body = await filled();
    await imported(body.idNumber, '010119100001');
    await send(body);
    expect((await caller.call(contract.getAccount)).body.admissionNumber).toBe('010119100001');
    expect((await caller.call(contract.getSession)).body.session.merge).toBeUndefined();
  });
  test('with several numbers brings the 合档 notice, also when imported later', async () => {
    const body = await filled();
    await send(body);
    await imported(body.idNumber, '010119100011', '010119100012');
    const { merge } = (await caller.call(contract.getSession)).body.session;
    expect(merge.numbers.map(({ number }: { number: string }) => number)).toEqual([
      '010119100011',
      '010119100012',
    ]);
    expect(merge.papers).toContain('身份证');
  });
});
