import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getProfile } from '@zikao/contract/candidates';
import { listMessages } from '@zikao/contract/messages';
import { claimCase, type Decision, decide, getCase, getCounts, type Queue } from '@zikao/contract/review';
import { profiles } from '#tables/candidates';
import { enrolments } from '#tables/enrolments';
import { admissionNumbers } from '#tables/identity';
import { createTestApp, type TestApp } from '#test/app';
import { anOfficer, type TestOfficer } from '#test/factories/identity';
import { aSubmittedEnrolment, aSubmittedProfile, DISTRICT, theDistricts } from '#test/factories/review';
import { claims, decisions } from './tables.ts';

let product: TestApp;
let one: TestOfficer;
let two: TestOfficer;

beforeAll(async () => {
  product = await createTestApp();
  await theDistricts(product);
  one = await anOfficer(product, { district: DISTRICT });
  two = await anOfficer(product, { district: DISTRICT });
});
afterAll(() => product.close());
beforeEach(async () => {
  await product.at('2027-03-08T10:00:00Z');
  const { db } = product.services;
  await db.update(profiles).set({ state: 'approved' });
  await db.update(enrolments).set({ state: 'approved' });
  await db.delete(claims);
  await db.delete(decisions);
});

const take = ({ caller }: TestOfficer, id: string, queue: Queue = 'profiles') =>
  caller.call(claimCase, { params: { queue, id }, body: {} });
const APPROVE: Decision = { decision: 'approve' };
const REJECT = {
  decision: 'reject',
  reasons: [{ field: 'address', text: '请写到门牌号' }],
  remark: '其余无误',
} as const;
const say = (
  { caller }: TestOfficer,
  id: string,
  body: unknown,
  { no = 1, queue = 'profiles' as Queue, key = '' } = {},
) =>
  caller.call(
    decide,
    { params: { queue, id }, body: body as never },
    {
      'if-match': `"${no}"`,
      ...(key && { 'idempotency-key': key }),
    },
  );
const stateOf = async (id: string) =>
  (await product.services.db.select().from(profiles).where(eq(profiles.id, id)))[0]!.state;

describe('a decision is refused', () => {
  it('without a claim of one’s own', async () => {
    const { id } = await aSubmittedProfile(product);
    expect((await say(one, id, APPROVE)).body).toMatchObject({ status: 409, code: 'review.notClaimed' });
    await take(two, id);
    expect((await say(one, id, APPROVE)).body.code).toBe('review.claimed');
    expect(await stateOf(id)).toBe('pending');
  });

  it('on a submission the officer has not seen, or without saying which', async () => {
    const { id } = await aSubmittedProfile(product, { no: 2 });
    await take(one, id);
    expect((await say(one, id, APPROVE, { no: 1 })).body).toMatchObject({
      status: 412,
      code: 'request.stale',
    });
    const blind = await one.caller.call(decide, { params: { queue: 'profiles', id }, body: APPROVE });
    expect(blind.status).toBe(428);
    expect(await stateOf(id)).toBe('pending');
  });

  it('when it rejects without a reason, with an empty one, or one bound to no field', async () => {
    const { id } = await aSubmittedProfile(product);
    await take(one, id);
    const wrong = [
      [{ decision: 'reject', reasons: [] }, 'reasons'],
      [{ decision: 'reject', reasons: [{ field: 'address', text: '  ' }] }, 'reasons.0.text'],
      [{ decision: 'reject', reasons: [{ field: 'constructor', text: '错' }] }, 'reasons.0.field'],
      [
        { decision: 'reject', reasons: [REJECT.reasons[0], { field: 'major', text: '错' }] },
        'reasons.1.field',
      ],
    ] as const;
    for (const [body, path] of wrong)
      expect(await say(one, id, body)).toMatchObject({ status: 422, body: { errors: [{ path }] } });
    expect(await stateOf(id)).toBe('pending');
  });

  it('when it approves while the photo is still to be taken at the desk', async () => {
    const { id } = await aSubmittedProfile(product, { photoState: 'desk' });
    await take(one, id);
    expect((await one.caller.call(getCase, { params: { queue: 'profiles', id } })).body.blocked).toContain(
      '线下采集',
    );
    expect((await say(one, id, APPROVE)).status).toBe(409);
    expect((await say(one, id, REJECT)).status).toBe(200);
  });

  it('when it was decided meanwhile', async () => {
    const { id } = await aSubmittedProfile(product);
    await take(one, id);
    await product.services.db.update(profiles).set({ state: 'rejected' }).where(eq(profiles.id, id));
    expect((await say(one, id, APPROVE)).body.code).toBe('conflict');
  });
});

describe('a decision', () => {
  it('is one, whoever else decides at the same moment', async () => {
    const { id } = await aSubmittedProfile(product);
    await take(one, id);
    const replies = await Promise.all([
      say(one, id, APPROVE),
      say(two, id, APPROVE),
      say(one, id, REJECT),
      say(two, id, REJECT),
    ]);
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    const { db } = product.services;
    expect(await db.select().from(decisions).where(eq(decisions.subject, id))).toHaveLength(1);
    const numbers = await db.select().from(admissionNumbers).where(eq(admissionNumbers.candidate, id));
    expect(numbers).toHaveLength((await stateOf(id)) === 'approved' ? 1 : 0);
  });

  it('shows the candidate the reasons at once, and the message after it is delivered', async () => {
    const { id, caller } = await aSubmittedProfile(product);
    await take(one, id);
    const { body } = await say(one, id, REJECT);
    expect(body).toMatchObject({
      state: 'rejected',
      message: expect.stringContaining('1. 通讯地址：请写到门牌号'),
    });
    const own = (await caller.call(getProfile)).body;
    expect(own).toMatchObject({ state: 'rejected', reasons: REJECT.reasons, remark: '其余无误' });
    expect((await caller.call(listMessages)).body.items).toEqual([]);
    await product.settle();
    expect((await caller.call(listMessages)).body.items).toMatchObject([
      { body: body.message, link: '/profile' },
    ]);
  });

  it('that approves gives the admission number, the seconds it took, and the next case, already claimed', async () => {
    const third = await aSubmittedProfile(product, { submittedAt: '2027-03-08T08:03:00Z' });
    const first = await aSubmittedProfile(product, { submittedAt: '2027-03-08T08:01:00Z' });
    const second = await aSubmittedProfile(product, { submittedAt: '2027-03-08T08:02:00Z' });
    await take(one, first.id);
    await take(two, second.id);
    await product.at('2027-03-08T10:00:21Z');
    const { body } = await say(one, first.id, APPROVE);
    expect(body).toMatchObject({ state: 'approved', next: third.id });
    expect(body.admissionNumber).toMatch(/^0101\d{8}$/);
    expect((await say(two, third.id, APPROVE)).body.code).toBe('review.claimed');
    expect((await one.caller.call(getCounts)).body).toMatchObject({ decidedToday: 1, medianSeconds: 21 });
    expect((await two.caller.call(getCounts)).body).toMatchObject({ decidedToday: 0, medianSeconds: null });
    expect((await say(one, third.id, APPROVE)).body.next).toBeNull();
  });

  it('counts for the day in Qinghai it was taken on', async () => {
    await product.at('2027-03-08T15:59:00Z');
    const { id } = await aSubmittedProfile(product);
    await take(one, id);
    await say(one, id, REJECT);
    expect((await one.caller.call(getCounts)).body.decidedToday).toBe(1);
    await product.at('2027-03-08T16:00:00Z');
    expect((await one.caller.call(getCounts)).body.decidedToday).toBe(0);
  });

  it('sent twice with the same key is taken once and answered the same', async () => {
    const { id } = await aSubmittedProfile(product);
    await take(one, id);
    const key = crypto.randomUUID();
    const answers = [await say(one, id, APPROVE, { key }), await say(one, id, APPROVE, { key })];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[0]!.body).toEqual(answers[1]!.body);
  });

  it('is in the history, with who took it', async () => {
    const { id } = await aSubmittedProfile(product);
    await take(one, id);
    await say(one, id, REJECT);
    const { body } = await one.caller.call(getCase, { params: { queue: 'profiles', id } });
    expect(body.history).toMatchObject([
      { label: '考区审核不通过', by: `西宁市考区 · ${one.name}`, note: expect.stringContaining('门牌号') },
    ]);
  });

  it('of an enrolment follows the same rules', async () => {
    const { id, candidate } = await aSubmittedEnrolment(product, { no: 2 });
    const queue = 'enrolments';
    expect((await say(one, id, APPROVE, { queue, no: 2 })).body.code).toBe('review.notClaimed');
    await take(one, id, queue);
    expect((await say(one, id, APPROVE, { queue })).status).toBe(412);
    const unknown = { decision: 'reject', reasons: [{ field: 'address', text: '错' }] };
    expect((await say(one, id, unknown, { queue, no: 2 })).status).toBe(422);
    expect((await say(one, id, APPROVE, { queue, no: 2 })).body).toMatchObject({
      state: 'approved',
      next: null,
    });
    await product.settle();
    expect((await candidate.caller.call(listMessages)).body.items).toMatchObject([{ title: '报考成功' }]);
  });
});
