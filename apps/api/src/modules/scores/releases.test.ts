import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { listMessages } from '@zikao/contract/messages';
import { getRecord } from '@zikao/contract/records';
import { type ReleaseAction, releaseLifecycle, type ReleaseState } from '@zikao/contract/score-imports';
import * as contract from '@zikao/contract/score-office';
import { getScores } from '@zikao/contract/scores';
import { scoreReleases, scores } from '#tables/scores';
import { createTestApp, type TestApp } from '#test/app';
import type { Caller } from '#test/caller';
import { anApprovedCandidate, anEnrolment, anExam, DURING, SESSION } from '#test/factories/enrolments';
import { anOfficer, type TestCandidate } from '#test/factories/identity';
import { anAdmissionNumber } from '#test/factories/records';
import { aCheckedBatch, anAcceptedBatch, batchState } from '#test/factories/score-imports';
import { publishDue } from './index.ts';

const NOW = '2027-05-12T01:00:00Z';
const LATER = '2027-05-13T02:00:00Z';

let product: TestApp;
let first: Caller;
let second: Caller;
let proposer: string;
let confirmer: string;
let candidate: TestCandidate;
let number: string;

beforeAll(async () => {
  product = await createTestApp();
  await anExam(product);
  await product.at(DURING);
  const people = [
    await anOfficer(product, { role: 'province' }),
    await anOfficer(product, { role: 'province' }),
  ];
  [first, second] = people.map(({ caller }) => caller) as [Caller, Caller];
  [proposer, confirmer] = people.map(({ id }) => id) as [string, string];
  candidate = await anApprovedCandidate(product);
  const courses = [
    { slot: '1', course: 'T01' },
    { slot: '2', course: 'T03' },
  ];
  await anEnrolment(product, candidate.id, { state: 'approved', courses });
  number = await anAdmissionNumber(product, candidate.id);
});
afterAll(() => product.close());
beforeEach(() => product.at(NOW));

const propose = (publishAt?: string) =>
  first.call(contract.proposeRelease, { params: { session: SESSION }, body: publishAt ? { publishAt } : {} });
const confirm = (release: string, by = second) => by.call(contract.confirmRelease, { params: { release } });
const withdraw = (release: string) =>
  first.call(contract.withdrawRelease, { params: { release }, body: { reason: '发现漏了一个考点' } });
const publish = () => publishDue({ ...product.services, log: product.app.log });
const view = async (by = first) =>
  (await by.call(contract.getScoreSession, { params: { session: SESSION } })).body;
const seen = async () => (await candidate.caller.call(getScores)).body;

test('nothing accepted, nothing to propose', async () => {
  expect((await propose()).body.code).toBe('scores.nothing');
});

test('who proposed it cannot confirm it, neither on the screen nor in the database', async () => {
  await anAcceptedBatch(product, first, [[number, '', 'T01', '78']]);
  const { body } = await propose(LATER);
  expect(body).toMatchObject({
    state: 'proposed',
    own: true,
    actions: ['withdraw'],
    scores: 1,
    publishAt: new Date(LATER).toISOString(),
  });
  expect((await confirm(body.id, first)).body.code).toBe('scores.samePerson');
  const both = product.services.db
    .update(scoreReleases)
    .set({ state: 'confirmed', confirmedBy: proposer, confirmedAt: new Date(NOW) })
    .where(eq(scoreReleases.id, body.id));
  await expect(both).rejects.toMatchObject({ cause: { constraint: 'two_persons' } });
  expect((await view(second)).releases[0]).toMatchObject({ own: false, actions: ['confirm', 'withdraw'] });
});

test('what is proposed is frozen, one at a time, and can be rolled back with a reason', async () => {
  const { releases } = await view();
  expect((await propose()).body.code).toBe('scores.underRelease');
  const batch = await aCheckedBatch(product, first, [[number, '', 'T03', '61']]);
  const taken = await first.call(contract.acceptScoreBatch, {
    params: { batch },
    body: { withoutFaulty: false },
  });
  expect(taken.body.code).toBe('scores.underRelease');
  const [accepted] = (await view()).items;
  const params = { batch: accepted.id };
  const gone = await first.call(contract.discardScoreBatch, { params, body: { reason: '文件有误' } });
  expect(gone.body.code).toBe('scores.underRelease');
  expect((await withdraw(releases[0].id)).body).toMatchObject({
    state: 'withdrawn',
    reason: '发现漏了一个考点',
  });
  expect((await confirm(releases[0].id)).status).toBe(409);
  const now = await first.call(contract.acceptScoreBatch, {
    params: { batch },
    body: { withoutFaulty: false },
  });
  expect(now.body.state).toBe('accepted');
});

test('confirmed by another, it comes out at its time by the database’s clock, whole and once', async () => {
  const { body } = await propose(LATER);
  expect((await confirm(body.id)).body).toMatchObject({ state: 'confirmed', actions: ['withdraw'] });
  await product.at('2027-05-13T01:59:59Z');
  expect(await publish()).toBe(0);
  expect(await seen()).toMatchObject({ latest: null, sessions: [] });
  await product.at(LATER);
  // Two processes at once: one does it.
  expect((await Promise.all([publish(), publish()])).toSorted()).toEqual([0, 1]);
  expect(await publish()).toBe(0);
  expect(await seen()).toMatchObject({
    latest: { id: SESSION, recheck: { open: true, closesAt: '2027-05-18T10:00:00.000Z' } },
    sessions: [
      {
        items: [
          { code: 'T01', value: '78', passed: true },
          { code: 'T03', value: '61' },
        ],
      },
    ],
  });
  const record = (await candidate.caller.call(getRecord)).body;
  expect(record.items).toMatchObject([
    { code: 'T01', score: '78' },
    { code: 'T03', score: '61' },
  ]);
  await product.settle();
  expect((await candidate.caller.call(listMessages)).body.items).toMatchObject([
    { title: '成绩已公布', link: '/query/scores' },
  ]);
  const { waiting, published, releases, items } = await view();
  expect([waiting, published, releases[0].state]).toEqual([0, 2, 'published']);
  expect(items.map(({ state }: { state: string }) => state)).toEqual(['published', 'published']);
  expect((await withdraw(body.id)).status).toBe(409);
});

test('what is out is not imported again, and what comes later comes out without moving the recheck', async () => {
  await product.at('2027-05-14T02:00:00Z');
  const again = await aCheckedBatch(product, first, [[number, '', 'T01', '99']], { replaces: true });
  const { body } = await first.call(contract.listScoreFaults, { params: { batch: again } });
  expect(body.items[0].faults).toMatchObject([{ code: 'isPublished' }]);
  await anAcceptedBatch(product, first, [[number, '', 'T05', '良好']]);
  await confirm((await propose()).body.id);
  expect(await publish()).toBe(1);
  const { latest, sessions } = await seen();
  expect(latest.recheck.closesAt).toBe('2027-05-18T10:00:00.000Z');
  expect(sessions[0].items).toMatchObject([
    {},
    {},
    { code: 'T05', value: '良好', graded: true, passed: true },
  ]);
  await product.settle();
});

test('a publication that fails half-way leaves nothing; without the transaction it would', async () => {
  await product.at(DURING);
  const other = await anApprovedCandidate(product);
  await anEnrolment(product, other.id, { state: 'approved', courses: [{ slot: '1', course: 'T01' }] });
  await product.at('2027-05-15T02:00:00Z');
  const batch = await anAcceptedBatch(product, first, [
    [await anAdmissionNumber(product, other.id), '', 'T01', '70'],
  ]);
  await confirm((await propose()).body.id);
  const { db } = product.services;
  const count = () => db.$count(scores, eq(scores.candidate, other.id));
  // The last step of a publication, where everything else is done already.
  const dying = { ...product.services, log: product.app.log };
  const over = (transaction: unknown) => ({
    ...dying,
    db: Object.assign(Object.create(db), { transaction }),
  });
  const within = (work: never) => db.transaction((tx) => die(tx, work));
  await expect(publishDue(over(within))).rejects.toThrow('killed');
  expect(await count()).toBe(0);
  expect(await batchState(product, batch)).toBe('accepted');
  const without = (work: never) => die(db, work);
  await expect(publishDue(over(without))).rejects.toThrow('killed');
  expect(await count()).toBe(1);
});

/** Runs work that is killed when it begins to move batches: scores, record and messages are written by then. */
async function die<T>(tx: T, work: (tx: T) => unknown): Promise<unknown> {
  const db = tx as TestApp['services']['db'];
  let updates = 0;
  const dying = new Proxy(db as object, {
    get(target, key) {
      const value = Reflect.get(target, key);
      if (key !== 'update') return typeof value === 'function' ? value.bind(target) : value;
      return (...args: unknown[]) => {
        if (++updates > 1) throw new Error('killed');
        return value.apply(target, args);
      };
    },
  });
  return work(dying as T);
}

test.each(
  (Object.keys(releaseLifecycle.states) as ReleaseState[]).flatMap((state) =>
    (['confirm', 'withdraw'] as ReleaseAction[]).map((action) => ({ state, action })),
  ),
)('$action in $state', async ({ state, action }) => {
  const { db } = product.services;
  await db.update(scoreReleases).set({ state: 'withdrawn', publishedAt: null });
  const confirmed = ['confirmed', 'published'].includes(state);
  const [row] = await db
    .insert(scoreReleases)
    .values({
      session: SESSION,
      state,
      scores: 0,
      fingerprint: 'of something else',
      proposedBy: proposer,
      ...(confirmed && { confirmedBy: confirmer, confirmedAt: new Date(NOW) }),
      ...(state === 'published' && { publishedAt: new Date(NOW) }),
    })
    .returning({ id: scoreReleases.id });
  const { status, body } = await (action === 'confirm' ? confirm(row!.id) : withdraw(row!.id));
  const may = (releaseLifecycle.actions[action].from as readonly string[]).includes(state);
  // What waits is not what this made-up release proposed: confirming it is refused for that, and for its state else.
  const expected = !may
    ? [409, 'conflict']
    : action === 'confirm'
      ? [409, 'scores.changed']
      : [200, undefined];
  expect([status, body.code]).toEqual(expected);
});
