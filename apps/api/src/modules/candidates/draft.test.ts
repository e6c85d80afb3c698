import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agreeToNotice, confirmProfile, getProfile, saveProfileDraft } from '@zikao/contract/candidates';
import { profiles } from '#tables/candidates';
import { createTestApp, type TestApp } from '#test/app';
import { createCaller, type Caller } from '#test/caller';
import {
  aFiledProfile,
  aFilingTime,
  aPicture,
  DURING,
  NOTICE,
  theProfile,
  typed,
} from '#test/factories/candidates';
import { aCandidate, anOfficer, aSession } from '#test/factories/identity';
import { sealAnswers } from './answers.ts';

let product: TestApp;
beforeAll(async () => {
  product = await createTestApp();
  await aFilingTime(product);
  await product.at(DURING);
});
afterAll(() => product.close());

const match = (version: number) => ({ 'if-match': `"${version}"` });
const save = (caller: Caller, version: number, body: Record<string, unknown>) =>
  caller.call(saveProfileDraft, { body: body as never }, match(version));
const agree = (caller: Caller) => caller.call(agreeToNotice, { body: { version: NOTICE } });
const confirm = async (caller: Caller) =>
  caller.call(confirmProfile, {}, match((await caller.call(getProfile)).body.version));

/** A candidate who typed everything and uploaded both sides of the card. */
async function aCompleteDraft() {
  const candidate = await aCandidate(product);
  const cards = {
    cardPortrait: await aPicture(product, candidate.id, 'cardPortrait'),
    cardEmblem: await aPicture(product, candidate.id, 'cardEmblem'),
  };
  const { body } = await agree(candidate.caller);
  const saved = await save(candidate.caller, body.version, typed);
  const answers = sealAnswers(product.services.keys, { ...typed, ...cards }, candidate);
  await product.services.db.update(profiles).set({ answers }).where(eq(profiles.id, candidate.id));
  return { ...candidate, version: saved.body.version as number };
}

describe('who may not', () => {
  test('somebody not signed in, and staff', async () => {
    const callers = [
      [createCaller(product), 401],
      [(await anOfficer(product, { role: 'province' })).caller, 403],
    ] as const;
    for (const [caller, status] of callers) {
      expect((await caller.call(getProfile)).status).toBe(status);
      expect((await save(caller, 1, {})).status).toBe(status);
      expect((await agree(caller)).status).toBe(status);
    }
  });

  test('anybody, once the profile is approved', async () => {
    const { caller } = await aFiledProfile(product, { state: 'approved' });
    for (const reply of [
      await save(caller, 1, { postcode: '810001' }),
      await agree(caller),
      await confirm(caller),
    ])
      expect([reply.status, reply.body.code]).toEqual([409, 'profile.closed']);
    expect((await caller.call(getProfile)).body).toMatchObject({ version: 1, actions: [] });
  });
});

describe('a draft is refused', () => {
  test('without the version last seen, or with an older one, and keeps what is there', async () => {
    const { caller } = await aCandidate(product);
    await caller.call(getProfile);
    expect((await caller.call(saveProfileDraft, { body: {} })).status).toBe(428);
    expect((await save(caller, 1, { postcode: '810000' })).body.version).toBe(2);
    const late = await save(caller, 1, { postcode: '000000' });
    expect([late.status, late.body.code]).toEqual([412, 'request.stale']);
    expect((await caller.call(getProfile)).body.answers.postcode).toBe('810000');
  });

  test('where it sets what the account or an upload says, or what no form asks', async () => {
    const { caller } = await aCandidate(product);
    for (const body of [
      { idNumber: '1' },
      { sex: '1' },
      { cardPortrait: crypto.randomUUID() },
      { state: 'approved' },
    ])
      expect((await save(caller, 1, body)).status).toBe(422);
  });
});

describe('a draft', () => {
  test('begins once, also when opened twice at the same moment', async () => {
    const { caller, name, idNumber } = await aCandidate(product);
    const both = await Promise.all([caller.call(getProfile), caller.call(getProfile)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both[0]!.headers.etag).toBe('"1"');
    expect(both[0]!.body).toMatchObject({
      state: 'draft',
      answers: { idType: '01', idNumber, name, sex: '2', birthDate: '1999-05-14' },
      photo: { state: 'none', failures: 0, choiceNeeded: false, deskAllowed: true },
      reference: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/),
    });
  });

  test('is there again on another browser, unfinished and wrong as it was left', async () => {
    const { caller, id } = await aCandidate(product);
    const { body } = await save(caller, 1, { name: '张', contactPhone: '139', householdType: '' });
    expect(body.savedAt).toBe('2027-03-05T02:00:00.000Z');
    const other = await aSession(product, id);
    expect((await other.call(getProfile)).body).toMatchObject({
      version: 2,
      savedAt: body.savedAt,
      answers: { name: '张', contactPhone: '139', householdType: '' },
    });
  });

  test('lies sealed in the database', async () => {
    const { caller, id } = await aCandidate(product);
    await save(caller, 1, { address: '共和路 12 号' });
    const { answers } = await theProfile(product, id);
    expect(answers!.toString('utf8')).not.toContain('共和路');
  });

  test('saved in two tabs at once is saved once; the other tab is told', async () => {
    const { caller } = await aCandidate(product);
    await caller.call(getProfile);
    const both = await Promise.all(['810001', '810002'].map((postcode) => save(caller, 1, { postcode })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    const won = both[0]!.status === 200 ? '810001' : '810002';
    expect((await caller.call(getProfile)).body.answers.postcode).toBe(won);
  });

  test('loses an answer by null, and goes back to the name of the account', async () => {
    const { caller, name } = await aCandidate(product);
    await save(caller, 1, { name: '别名', postcode: '810000' });
    await save(caller, 2, { name: null, postcode: null });
    const { answers } = (await caller.call(getProfile)).body;
    expect(answers.name).toBe(name);
    expect(answers).not.toHaveProperty('postcode');
  });
});

describe('考生须知', () => {
  test('cannot be agreed to in a version that is not in force', async () => {
    const { caller } = await aCandidate(product);
    const reply = await caller.call(agreeToNotice, { body: { version: 'T-1' } });
    expect([reply.status, reply.body.code, reply.body.detail]).toEqual([
      409,
      'conflict',
      '考生须知已更新，请重新阅读后再同意。',
    ]);
    expect((await caller.call(getProfile)).body).not.toHaveProperty('agreement');
  });

  test('is agreed to with version and time; again changes nothing', async () => {
    const { caller } = await aCandidate(product);
    const first = await agree(caller);
    expect(first.body.agreement).toEqual({ version: NOTICE, at: '2027-03-05T02:00:00.000Z' });
    expect((await agree(caller)).body.version).toBe(first.body.version);
  });
});

describe('保存信息', () => {
  test('is refused before the notice is agreed to', async () => {
    const { caller } = await aCandidate(product);
    const reply = await confirm(caller);
    expect([reply.status, reply.body.code]).toEqual([409, 'profile.notReady']);
  });

  test('names every field at fault, once, and keeps the draft', async () => {
    const { caller } = await aCandidate(product);
    const { body } = await agree(caller);
    const wrong = { ...typed, contactPhone: '139', nation: '99', householdPlace: '990100', district: 'XX' };
    await save(caller, body.version, wrong);
    const reply = await confirm(caller);
    expect(reply.status).toBe(422);
    expect(reply.body.errors.map(({ path }: { path: string }) => path).toSorted()).toEqual(
      ['cardEmblem', 'cardPortrait', 'contactPhone', 'district', 'householdPlace', 'nation'].toSorted(),
    );
    expect((await caller.call(getProfile)).body).toMatchObject({ confirmed: false, answers: wrong });
  });

  test('opens the photo page, and puts right what was typed', async () => {
    const { caller, version } = await aCompleteDraft();
    await save(caller, version, { contactPhone: '+86 139-0971-0002', name: '卓玛・措' });
    const reply = await confirm(caller);
    expect([reply.status, reply.body.confirmed]).toEqual([200, true]);
    expect(reply.body.answers).toMatchObject({ contactPhone: '13909710002', name: '卓玛·措' });
    expect(reply.body.district).toEqual({ code: 'TP1', name: '测试甲市' });
  });

  test('counts no more once an answer changes, but still when the same is saved again', async () => {
    const { caller } = await aCompleteDraft();
    const { body } = await confirm(caller);
    const same = await save(caller, body.version, { postcode: typed.postcode });
    expect(same.body.version).toBe(body.version);
    expect((await caller.call(getProfile)).body.confirmed).toBe(true);
    await save(caller, body.version, { postcode: '810009' });
    expect((await caller.call(getProfile)).body.confirmed).toBe(false);
  });
});
