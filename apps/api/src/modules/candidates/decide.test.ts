import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getProfile, saveProfileDraft } from '@zikao/contract/candidates';
import type { Decision } from '@zikao/contract/review';
import { outbox } from '#platform/tables';
import { admissionSerials, profileSubmissions } from '#tables/candidates';
import { admissionNumbers } from '#tables/identity';
import { createTestApp, type TestApp } from '#test/app';
import { aCtx } from '#test/ctx';
import {
  aFiledProfile,
  aFilingTime,
  DISTRICT,
  DURING,
  OTHER_DISTRICT,
  theProfile,
  typed,
} from '#test/factories/candidates';
import { anOfficer, type TestOfficer } from '#test/factories/identity';
import { decideProfile, loadSubmission } from './index.ts';

let product: TestApp;
let officer: TestOfficer;
let stranger: TestOfficer;
beforeAll(async () => {
  product = await createTestApp();
  await aFilingTime(product);
  await product.at(DURING);
  officer = await anOfficer(product, { district: DISTRICT });
  stranger = await anOfficer(product, { district: OTHER_DISTRICT });
});
afterAll(() => product.close());

const APPROVE: Decision = { decision: 'approve' };
const REJECT: Decision = {
  decision: 'reject',
  reasons: [
    { field: 'cardPortrait', text: '身份证图片不清晰，请重新拍摄。' },
    { field: 'photo', text: '照片背景不是白色。' },
  ],
  remark: '如有疑问请致电考区。',
};
const by = ({ id, name, district }: TestOfficer) =>
  aCtx(product, { id, name, role: 'district', district: district! });
const decide = (id: string, decision: Decision, no = 1, who = officer) =>
  decideProfile(by(who), id, no, decision);
const numbersOf = (candidate: string) =>
  product.services.db.select().from(admissionNumbers).where(eq(admissionNumbers.candidate, candidate));
const eventsOf = async (candidate: string) =>
  (await product.services.db.select().from(outbox))
    .filter(({ payload }) => (payload as { candidate: string }).candidate === candidate)
    .map(({ event, payload }) => ({ event, ...(payload as object) }));

describe('a decision is refused', () => {
  test('to an officer of another district, who is not told that there is such a case', async () => {
    const { id } = await aFiledProfile(product);
    await expect(decide(id, APPROVE, 1, stranger)).rejects.toMatchObject({ code: 'notFound' });
    await expect(loadSubmission(by(stranger), id, 1)).rejects.toMatchObject({ code: 'notFound' });
    expect(await theProfile(product, id)).toMatchObject({ state: 'pending', version: 1 });
  });

  test('on a submission that a newer one has replaced', async () => {
    const { id } = await aFiledProfile(product);
    await expect(decide(id, APPROVE, 2)).rejects.toMatchObject({ code: 'request.stale' });
  });

  test('for approval while the photo is still to be taken at the desk', async () => {
    const { id } = await aFiledProfile(product, { photoState: 'desk' });
    const refused = await decide(id, APPROVE).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: 'conflict',
      extra: { detail: expect.stringContaining('照片待线下采集') },
    });
    expect(await numbersOf(id)).toEqual([]);
  });

  test('when it was taken already', async () => {
    const { id } = await aFiledProfile(product);
    await decide(id, REJECT);
    await expect(decide(id, APPROVE)).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('a rejection', () => {
  test('tells the candidate at once, with reasons at the fields and in the message', async () => {
    const { id, caller } = await aFiledProfile(product);
    const { message } = await decide(id, REJECT);
    expect(message).toContain('1. 身份证人像面：身份证图片不清晰，请重新拍摄。');
    expect(message).toContain('2. 电子照片：照片背景不是白色。');
    expect(message).toContain('测试甲市考区');
    const { body } = await caller.call(getProfile);
    expect(body).toMatchObject({
      state: 'rejected',
      actions: expect.arrayContaining(['submit', 'upload', 'verify']),
      reasons: REJECT.decision === 'reject' && REJECT.reasons,
      remark: '如有疑问请致电考区。',
      reviewedAt: '2027-03-05T02:00:00.000Z',
      version: 2,
    });
    expect(body.timeline.at(-1)).toMatchObject({ label: '考区审核不通过' });
    expect(await eventsOf(id)).toEqual([{ event: 'profile.rejected', candidate: id, message }]);
  });

  test('stays with the submission it was about', async () => {
    const { id } = await aFiledProfile(product);
    await decide(id, REJECT);
    const { reasons, groups, answers } = await loadSubmission(by(officer), id, 1);
    expect(reasons).toHaveLength(2);
    expect(answers).toMatchObject(typed);
    expect(groups.flatMap(({ rows }) => rows).find(({ key }) => key === 'address')!.text).toBe(typed.address);
  });
});

describe('an approval', () => {
  test('gives an admission number, a message and closes the file', async () => {
    const { id, caller } = await aFiledProfile(product);
    const decided = await decide(id, APPROVE);
    expect(decided).toMatchObject({
      state: 'approved',
      admissionNumber: expect.stringMatching(/^9801271\d{5}$/),
    });
    const { body } = await caller.call(getProfile);
    expect(body).toMatchObject({ state: 'approved', actions: [], admissionNumber: decided.admissionNumber });
    const { message, admissionNumber } = decided;
    expect(await eventsOf(id)).toEqual([
      { event: 'profile.approved', candidate: id, message, admissionNumber },
    ]);
  });

  test('makes the file what was submitted: later edits of the draft are dropped', async () => {
    const { id, caller } = await aFiledProfile(product);
    const body = { address: '后来改的地址，没有提交' };
    expect((await caller.call(saveProfileDraft, { body }, { 'if-match': '"1"' })).status).toBe(200);
    await decide(id, APPROVE);
    expect((await caller.call(getProfile)).body.answers.address).toBe(typed.address);
  });

  test('keeps the numbers a person has from before, and adds none', async () => {
    const { id } = await aFiledProfile(product);
    const values = ['010118100007', '010115200001'].map((number) => ({
      number,
      candidate: id,
      district: DISTRICT,
      origin: 'imported' as const,
      idNumberIndex: Buffer.from(id),
    }));
    await product.services.db.insert(admissionNumbers).values(values);
    expect((await decide(id, APPROVE)).admissionNumber).toBe('010115200001');
    expect(await numbersOf(id)).toHaveLength(2);
  });

  test('passes over a number that imported history holds', async () => {
    const first = await decide((await aFiledProfile(product)).id, APPROVE);
    const next = String(Number(first.admissionNumber!.slice(-5)) + 1).padStart(5, '0');
    const taken = { district: DISTRICT, origin: 'imported' as const, idNumberIndex: Buffer.from('somebody') };
    await product.services.db.insert(admissionNumbers).values({ number: `9801271${next}`, ...taken });
    const second = await decide((await aFiledProfile(product)).id, APPROVE);
    expect(Number(second.admissionNumber!.slice(-5))).toBe(Number(next) + 1);
  });

  test('says so when the district has used its 99,999 numbers, and decides nothing', async () => {
    const { id } = await aFiledProfile(product, { district: OTHER_DISTRICT });
    await product.services.db.insert(admissionSerials).values({ prefix: '9802', half: '271', next: 100_000 });
    await expect(decide(id, APPROVE, 1, stranger)).rejects.toMatchObject({ code: 'admission.exhausted' });
    expect(await theProfile(product, id)).toMatchObject({ state: 'pending' });
    expect(await eventsOf(id)).toEqual([]);
  });

  test('by two officers at once is one approval, one number and one conflict', async () => {
    const { id } = await aFiledProfile(product);
    const second = await anOfficer(product, { district: DISTRICT });
    const both = await Promise.allSettled([decide(id, APPROVE), decide(id, APPROVE, 1, second)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } });
    expect(await numbersOf(id)).toHaveLength(1);
    expect(await eventsOf(id)).toHaveLength(1);
  });

  test('that crashes before its commit leaves nothing, and its number is given to one person only', async () => {
    const [lost, next] = [await aFiledProfile(product), await aFiledProfile(product)];
    let seen: string | undefined;
    const crash = product.services.db.transaction(async (tx) => {
      seen = (await decideProfile({ ...by(officer), db: tx }, lost.id, 1, APPROVE)).admissionNumber;
      throw new Error('power cut');
    });
    await expect(crash).rejects.toThrow('power cut');
    expect(await theProfile(product, lost.id)).toMatchObject({ state: 'pending' });
    expect(await numbersOf(lost.id)).toEqual([]);
    expect((await decide(next.id, APPROVE)).admissionNumber).toBe(seen);
    expect((await decide(lost.id, APPROVE)).admissionNumber).not.toBe(seen);
  });
});

test('a submission shows the one decided on before it, whatever was sent in between unseen', async () => {
  const { id } = await aFiledProfile(product);
  await decide(id, REJECT);
  const [first] = await product.services.db
    .select()
    .from(profileSubmissions)
    .where(eq(profileSubmissions.profile, id));
  const unseen = { ...first!, decision: null, reasons: [] };
  await product.services.db.insert(profileSubmissions).values([
    { ...unseen, no: 2 },
    { ...unseen, no: 3 },
  ]);
  const third = await loadSubmission(by(officer), id, 3);
  expect(third.previous).toMatchObject({ no: 1, reasons: [{ field: 'cardPortrait' }, { field: 'photo' }] });
  expect(await loadSubmission(by(officer), id, 1)).not.toHaveProperty('previous');
});
