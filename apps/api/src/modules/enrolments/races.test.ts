import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as contract from '@zikao/contract/enrolments';
import { problemOf } from '#platform/failures';
import { enrolments, enrolmentSubmissions, sittings } from '#tables/enrolments';
import { createTestApp, type TestApp } from '#test/app';
import { aCtx } from '#test/ctx';
import { createCaller, type Caller } from '#test/caller';
import { anApprovedCandidate, anEnrolment, anExam, CLOSES, DURING } from '#test/factories/enrolments';
import type { TestCandidate } from '#test/factories/identity';
import { beginEnrolment } from './begin.ts';
import { submitEnrolment } from './submit.ts';

let product: TestApp;
let candidate: TestCandidate;
beforeAll(async () => {
  product = await createTestApp();
  await anExam(product);
});
afterAll(() => product.close());
beforeEach(async () => {
  await product.at(DURING);
  candidate = await anApprovedCandidate(product);
});

const enrolmentsOf = () =>
  product.services.db.select().from(enrolments).where(eq(enrolments.candidate, candidate.id));
const submissionsOf = (id: string) =>
  product.services.db.select().from(enrolmentSubmissions).where(eq(enrolmentSubmissions.enrolment, id));
const submit = (caller: Caller, version: number, key?: string) =>
  caller.call(
    contract.submitEnrolment,
    {},
    { 'if-match': `"${version}"`, ...(key && { 'idempotency-key': key }) },
  );
/** A second browser of the same person. */
const anotherTab = () => Object.assign(createCaller(product), { cookie: candidate.caller.cookie });

/** Submits in a transaction that is held open over the deadline. */
async function submitOverDeadline(): Promise<void> {
  await product.services.db.transaction(async (tx) => {
    await submitEnrolment({ ...aCtx(product, candidate, { ifMatch: 1 }), db: tx });
    await product.at(CLOSES);
  });
}

test('what begins before the deadline and commits after it is refused', async () => {
  const id = await anEnrolment(product, candidate.id, { state: 'draft' });
  const before = await enrolmentsOf();
  const error = await submitOverDeadline().catch((thrown: unknown) => thrown);
  expect(problemOf(error).code).toBe('window.closed');
  expect(await enrolmentsOf()).toEqual(before);
  expect(await submissionsOf(id)).toEqual([]);
});

test('control: without the check at commit the late one goes in', async () => {
  const id = await anEnrolment(product, candidate.id, { state: 'draft' });
  const { db } = product.services;
  await db.execute(sql`alter table enrolment_submissions disable trigger enrolment_in_time`);
  try {
    await submitOverDeadline();
  } finally {
    await db.execute(sql`alter table enrolment_submissions enable trigger enrolment_in_time`);
  }
  expect(await submissionsOf(id)).toHaveLength(1);
});

test('asking twenty times at once begins one enrolment', async () => {
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => anotherTab().call(contract.beginEnrolment)),
  );
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
  expect(await enrolmentsOf()).toHaveLength(1);
});

test('control: without the constraint two tabs begin two', async () => {
  const { db } = product.services;
  await db.execute(sql`drop index one_enrolment`);
  await db.transaction(async (tx) => {
    await beginEnrolment({ ...aCtx(product, candidate), db: tx });
    await anotherTab().call(contract.beginEnrolment);
  });
  expect(await enrolmentsOf()).toHaveLength(2);
  await db.delete(enrolments).where(eq(enrolments.candidate, candidate.id));
  await db.execute(
    sql`create unique index one_enrolment on enrolments (candidate, session) where state <> 'setAside'`,
  );
});

test('two tabs submit at once: one goes in, the other is told to look again', async () => {
  const id = await anEnrolment(product, candidate.id, { state: 'draft' });
  const replies = await Promise.all([submit(anotherTab(), 1), submit(anotherTab(), 1)]);
  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  expect(await submissionsOf(id)).toHaveLength(1);
  const [row] = await enrolmentsOf();
  expect(row).toMatchObject({ version: 2, submission: 1, state: 'pending' });
});

test('fifty identical submissions under one key are one submission with one answer', async () => {
  const id = await anEnrolment(product, candidate.id, { state: 'draft' });
  const key = crypto.randomUUID();
  const replies = await Promise.all(Array.from({ length: 50 }, () => submit(anotherTab(), 1, key)));
  const done = replies.filter(({ status }) => status === 200);
  expect(done.length).toBeGreaterThan(0);
  for (const { body } of done) expect(body).toEqual(done[0]!.body);
  const others = replies.filter(({ status }) => status !== 200);
  expect(others.filter(({ body }) => body.code !== 'request.inFlight')).toEqual([]);
  expect(await submissionsOf(id)).toHaveLength(1);
  // A retry after the answer was lost gets the same answer, even after the deadline.
  await product.at(CLOSES);
  const retry = await submit(candidate.caller, 1, key);
  expect([retry.status, retry.body]).toEqual([200, done[0]!.body]);
});

test('a key used for one version is not good for another', async () => {
  await anEnrolment(product, candidate.id, { state: 'draft' });
  const key = crypto.randomUUID();
  expect((await submit(candidate.caller, 1, key)).status).toBe(200);
  const other = await submit(candidate.caller, 2, key);
  expect([other.status, other.body.code]).toEqual([422, 'request.keyReused']);
});

test('a draft saved in two tabs at once keeps one and refuses the other', async () => {
  await anEnrolment(product, candidate.id, { state: 'draft' });
  const save = (major: string) =>
    anotherTab().call(contract.saveEnrolmentDraft, { body: { major } }, { 'if-match': '"1"' });
  const replies = await Promise.all([save('TM1'), save('TM2')]);
  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 412]);
});

test('one course per half-day holds in the database too', async () => {
  const id = await anEnrolment(product, candidate.id);
  const twice = product.services.db.insert(sittings).values({ enrolment: id, slot: '1', course: 'T02' });
  await expect(twice).rejects.toThrow();
});
