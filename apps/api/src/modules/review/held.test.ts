import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { getProfile } from '@zikao/contract/candidates';
import { listMessages } from '@zikao/contract/messages';
import { claimCase, claimNext, decide, getCounts, listCases, releaseCase } from '@zikao/contract/review';
import * as held from '@zikao/contract/review-held';
import { outbox } from '#platform/tables';
import { profiles } from '#tables/candidates';
import { admissionNumbers } from '#tables/identity';
import { createTestApp, type TestApp } from '#test/app';
import { anOfficer, type TestOfficer } from '#test/factories/identity';
import { aSubmittedProfile, DISTRICT, theDistricts } from '#test/factories/review';
import { claims, decisions, heldDecisions, officerNotices } from './tables.ts';

const queue = 'profiles';
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
  const { db } = product.services;
  await product.at('2027-03-08T10:00:00Z');
  await db.update(profiles).set({ state: 'approved', reservedFor: null });
  for (const table of [heldDecisions, officerNotices, claims, decisions, outbox]) await db.delete(table);
});

const take = ({ caller }: TestOfficer, id: string, takeOver = false) =>
  caller.call(claimCase, { params: { queue, id }, body: { takeOver } });
const say = ({ caller }: TestOfficer, id: string, body: object = { decision: 'approve' }) =>
  caller.call(held.holdDecision, { params: { queue, id }, body: body as never }, { 'if-match': '"1"' });
const undo = ({ caller }: TestOfficer, id: string) =>
  caller.call(held.undoDecision, { params: { held: id } });
const settleNow = ({ caller }: TestOfficer, id: string) =>
  caller.call(held.settleDecision, { params: { held: id } });
const work = async ({ caller }: TestOfficer) => (await caller.call(held.getOwnWork)).body;
const stateOf = async (id: string) =>
  (await product.services.db.select().from(profiles).where(eq(profiles.id, id)))[0]!.state;
const numberOf = async (id: string) =>
  (await product.services.db.select().from(admissionNumbers).where(eq(admissionNumbers.candidate, id)))
    .length;

/** Held by the first officer, approved, not in effect. */
async function aHeld() {
  const candidate = await aSubmittedProfile(product);
  await take(one, candidate.id);
  const { body } = await say(one, candidate.id);
  return { ...candidate, held: body.held.id as string };
}

describe('a decision that can be taken back', () => {
  it('is refused at once for what would refuse it later', async () => {
    const { id } = await aSubmittedProfile(product, { photoState: 'desk' });
    expect((await say(one, id)).body.code).toBe('review.notClaimed');
    await take(one, id);
    expect((await say(two, id)).body.code).toBe('review.claimed');
    expect((await say(one, id)).body.detail).toMatch('照片待线下采集');
    const unknown = { decision: 'reject', reasons: [{ field: 'nothing', text: '请更正' }] };
    expect((await say(one, id, unknown)).body.code).toBe('request.invalid');
    const stale = { params: { queue, id }, body: { decision: 'approve' } } as const;
    expect((await one.caller.call(held.holdDecision, stale, { 'if-match': '"2"' })).body.code).toBe(
      'request.stale',
    );
    expect((await work(one)).held).toEqual([]);
  });

  it('shows nothing to the candidate, gives no number and tells nobody, until its time has come', async () => {
    const { id, name, caller } = await aHeld();
    await product.at('2027-03-08T10:00:09Z');
    await product.settle();
    expect([await stateOf(id), await numberOf(id)]).toEqual(['pending', 0]);
    expect((await caller.call(getProfile)).body).toMatchObject({ state: 'pending', timeline: [] });
    expect((await caller.call(listMessages)).body.items).toEqual([]);
    expect((await work(one)).held).toMatchObject([
      { subject: id, name, decision: 'approve', secondsLeft: 1 },
    ]);
    expect((await work(two)).held).toEqual([]);

    await product.at('2027-03-08T10:00:10Z');
    await product.settle();
    expect([await stateOf(id), await numberOf(id)]).toEqual(['approved', 1]);
    expect((await caller.call(listMessages)).body.items).toHaveLength(1);
    const taken = await product.services.db.select().from(decisions);
    expect(taken).toMatchObject([{ officer: one.id, subject: id, district: DISTRICT, stage: 'district' }]);
    expect((await work(one)).held).toEqual([]);
    expect((await undo(one, crypto.randomUUID())).status).toBe(409);
  });

  it('waits for nobody else: it is in no list and no count, and cannot be claimed or decided twice', async () => {
    const { id } = await aHeld();
    const list = await two.caller.call(listCases, { params: { queue } });
    expect(list.body.items).toEqual([]);
    expect((await two.caller.call(getCounts)).body.queues[0]).toEqual({ queue, pending: 0 });
    expect((await one.caller.call(getCounts)).body.decidedToday).toBe(1);
    expect((await two.caller.call(claimNext, { params: { queue } })).body.id).toBeNull();
    expect((await take(two, id, true)).body.code).toBe('conflict');
    expect((await say(one, id)).body.code).toBe('conflict');
    const again = { params: { queue, id }, body: { decision: 'approve' } } as const;
    expect((await one.caller.call(decide, again, { 'if-match': '"1"' })).body.code).toBe('conflict');
  });

  it('is taken back by its officer only, who holds the case again; nothing ever comes of it', async () => {
    const { id, held: it_ } = await aHeld();
    expect((await undo(two, it_)).body.code).toBe('conflict');
    expect((await undo(one, it_)).status).toBe(204);
    await product.at('2027-03-08T10:01:00Z');
    await product.settle();
    expect([await stateOf(id), await numberOf(id)]).toEqual(['pending', 0]);
    expect((await take(two, id)).body.code).toBe('review.claimed');
    expect((await say(one, id)).status).toBe(200);
  });

  it('takes effect at once when its officer says so, and then cannot be taken back', async () => {
    const { id, held: it_ } = await aHeld();
    expect((await settleNow(two, it_)).body.code).toBe('conflict');
    expect((await settleNow(one, it_)).body).toMatchObject({ state: 'approved' });
    expect((await undo(one, it_)).body.code).toBe('conflict');
    await product.at('2027-03-08T10:01:00Z');
    await product.settle();
    expect(await numberOf(id)).toBe(1);
    expect(await product.services.db.select().from(decisions)).toHaveLength(1);
  });

  it('is taken back or takes effect, never both, when both are asked for at once', async () => {
    for (let round = 0; round < 8; round++) {
      const { id, held: it_ } = await aHeld();
      const replies = await Promise.all([undo(one, it_), settleNow(one, it_), undo(one, it_)]);
      const done = replies.filter(({ status }) => status < 300);
      expect(done).toHaveLength(1);
      expect(await stateOf(id)).toBe(replies[1]!.status === 200 ? 'approved' : 'pending');
    }
  });

  it('survives that everything stops: whoever delivers next lets it take effect, once', async () => {
    const { id } = await aHeld();
    const [due] = await product.services.db.select().from(outbox);
    expect(due).toMatchObject({ event: 'decision.due', deliveredAt: null });
    await product.at('2027-03-08T11:00:00Z');
    await Promise.all([product.settle(), product.settle()]);
    expect([await stateOf(id), await numberOf(id)]).toEqual(['approved', 1]);
  });

  it('that has become impossible is told to its officer, and the case waits again', async () => {
    const { id, name } = await aHeld();
    await product.services.db.update(profiles).set({ submission: 2 }).where(eq(profiles.id, id));
    await product.at('2027-03-08T10:00:10Z');
    await product.settle();
    expect(await stateOf(id)).toBe('pending');
    const { notices } = await work(one);
    expect(notices).toMatchObject([
      { queue, subject: id, text: `您对${name}的决定没有生效：考生已重新提交，请刷新后再审核。` },
    ]);
    expect((await two.caller.call(claimNext, { params: { queue } })).body.id).toBe(id);
    await two.caller.call(held.dismissNotice, { params: { notice: notices[0].id } });
    expect((await work(one)).notices).toHaveLength(1);
    await one.caller.call(held.dismissNotice, { params: { notice: notices[0].id } });
    expect((await work(one)).notices).toEqual([]);
  });
});

it('taking over tells the other officer in words', async () => {
  const { id, name } = await aSubmittedProfile(product);
  await take(one, id);
  await take(two, id, true);
  expect((await work(one)).notices).toMatchObject([
    { subject: id, text: `${two.name}接手了您正在审核的${name}（基本信息），这一件现在由对方审核。` },
  ]);
  expect((await work(two)).notices).toEqual([]);
});

describe('the case taken ahead', () => {
  const ahead = async ({ caller }: TestOfficer) =>
    (await caller.call(held.claimAhead, { params: { queue } })).body.id;
  const next = async ({ caller }: TestOfficer) =>
    (await caller.call(claimNext, { params: { queue } })).body.id;
  const three = async () => {
    const ids: string[] = [];
    for (let i = 0; i < 3; i++)
      ids.push((await aSubmittedProfile(product, { submittedAt: `2027-03-08T08:00:0${i}Z` })).id);
    return ids;
  };

  it('is the one that comes next, nobody else’s, and the same when asked for again', async () => {
    const [first, second, third] = await three();
    expect(await next(one)).toBe(first);
    expect([await ahead(one), await ahead(one)]).toEqual([second, second]);
    expect(await next(two)).toBe(third);
    expect((await say(one, first!)).body.next).toBe(second);
    expect(await ahead(two)).toBeNull();
  });

  it('comes next also for a decision that arrives while it is being taken', async () => {
    const [first, second] = await three();
    await next(one);
    const { db } = product.services;
    const stop = new Error('rolled back');
    let asked: Promise<unknown[]> | undefined;
    const meddling = db.transaction(async (tx) => {
      // What is taken ahead has locked its case, and waits for the row of the claim.
      const claim = { queue, subject: second!, officer: two.id, until: new Date('2027-03-08T10:05:00Z') };
      await tx.insert(claims).values(claim);
      const taking = ahead(one);
      await vi.waitFor(async () => expect(await waitingFor('transactionid')).toBe(1));
      const saying = say(one, first!).then(({ body }) => body.next);
      asked = Promise.all([taking, saying]);
      await Promise.race([saying, vi.waitFor(async () => expect(await waitingFor('advisory')).toBe(1))]);
      throw stop;
    });
    await expect(meddling).rejects.toBe(stop);
    expect(await asked).toEqual([second, second]);
  });

  it('goes to a colleague who opens it on purpose; then another one comes next', async () => {
    const [first, second, third] = await three();
    await next(one);
    expect(await ahead(one)).toBe(second);
    const seen = await two.caller.call(listCases, { params: { queue } });
    expect(seen.body.items[1]).not.toHaveProperty('claim');
    expect((await take(two, second!)).body.mine).toBe(true);
    expect((await work(one)).notices).toEqual([]);
    expect((await say(one, first!)).body.next).toBe(third);
  });

  it('is put back with the case at hand, and counts its seconds from when it is opened', async () => {
    const [first, second] = await three();
    await next(one);
    await ahead(one);
    await product.at('2027-03-08T10:02:00Z');
    await take(one, second!);
    await product.at('2027-03-08T10:02:30Z');
    await say(one, second!);
    const [row] = await product.services.db.select().from(heldDecisions);
    expect(row).toMatchObject({ subject: second, seconds: 30 });

    const third = await ahead(one);
    await one.caller.call(releaseCase, { params: { queue, id: first! } });
    expect(await next(two)).toBe(first);
    expect(await next(two)).toBe(third);
  });
});

/** How many of this database's sessions wait for what another one holds. */
async function waitingFor(event: 'advisory' | 'transactionid'): Promise<number> {
  const { rows } = await product.services.db.execute<{ waiting: number }>(
    sql`select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event = ${event}`,
  );
  return rows[0]!.waiting;
}
