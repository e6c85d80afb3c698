import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { SeatingRun } from '@zikao/contract/seating';
import { startSeatingRun } from '@zikao/contract/seating-runs';
import { seatsOf } from '#modules/seating';
import { loadKeys } from '#platform/crypto';
import { createTestApp, type TestApp } from '#test/app';
import { anApprovedCandidate, anEnrolment, anExam, DURING, SESSION } from '#test/factories/enrolments';
import { anOfficer } from '#test/factories/identity';
import { anAdmissionNumber } from '#test/factories/records';
import { aVenue } from '#test/factories/seating';

// trust.md "Nothing lost": planning and publishing are killed with -9 when all is written and nothing has committed.
const PEOPLE = 20;
const dir = mkdtempSync(join(tmpdir(), 'zikao-seating-'));
const keyFile = join(dir, 'keys.json');
let product: TestApp;
let office: Awaited<ReturnType<typeof anOfficer>>;
const people: string[] = [];

beforeAll(async () => {
  product = await createTestApp();
  product.services.keys = loadKeys({ file: keyFile, suite: 'intl' });
  await anExam(product);
  await product.at(DURING);
  office = await anOfficer(product, { role: 'province' });
  await aVenue(product);
  for (let no = 0; no < PEOPLE; no++) {
    const { id } = await anApprovedCandidate(product);
    await anAdmissionNumber(product, id);
    await anEnrolment(product, id, { state: 'approved' });
    people.push(id);
  }
});
afterAll(async () => {
  await product.close();
  rmSync(dir, { recursive: true, force: true });
});
// What one test left behind must not stand in the way of the next.
afterEach(async () => {
  const { db } = product.services;
  await db.execute(sql`update seating_runs set state = 'withdrawn' where state <> 'withdrawn'`);
});

const start = async () =>
  ((await office.caller.call(startSeatingRun, { body: { session: SESSION } })).body as SeatingRun).id;

/** How many see a seat of theirs, at one moment each. */
const seeing = async () => {
  const all = await Promise.all(people.map((id) => seatsOf(product.services, SESSION, id)));
  return all.filter((seats) => seats.length > 0).length;
};
const first = async (of: ReturnType<typeof sql>) =>
  (await product.services.db.execute<{ n: number; state: string }>(of)).rows[0]!;
const written = async (run: string) =>
  (await first(sql`select count(*)::int n from seats where run = ${run}`)).n;
const stateOf = async (run: string) =>
  (await first(sql`select state from seating_runs where id = ${run}`)).state;
const told = async () =>
  (await first(sql`select count(*)::int n from outbox where event = 'seats.published'`)).n;

const inAProcess = (what: string, run: string, how: 'whole' | 'pieces') =>
  fork(join(import.meta.dirname, 'crash/seat.ts'), [product.url, keyFile, what, run, office.id, how]);

/** Another process does it and is killed when it wants to write to `table`, which is the last it writes to. */
async function killedBefore(table: 'events' | 'outbox', what: string, run: string, how: 'whole' | 'pieces') {
  const { db } = product.services;
  let seen = 0;
  await db.transaction(async (holder) => {
    await holder.execute(sql`lock table ${sql.raw(table)} in access exclusive mode`);
    const child = inAProcess(what, run, how);
    const gone = new Promise((done) => child.once('exit', done));
    const waiting = sql`select count(*)::int n from pg_locks where relation = ${table}::regclass and not granted`;
    const reaches = async () => expect((await first(waiting)).n).toBeGreaterThan(0);
    await vi.waitFor(reaches, { timeout: 30_000, interval: 50 });
    seen = await seeing();
    child.kill('SIGKILL');
    await gone;
    // Its connections end with it, before the table is free again.
    const ended = async () => expect((await first(waiting)).n).toBe(0);
    await holder.execute(
      sql`select pg_terminate_backend(pid) from pg_locks where relation = ${table}::regclass and not granted`,
    );
    await vi.waitFor(ended, { timeout: 10_000, interval: 50 });
  });
  return seen;
}

test('killed over the planning, nothing is kept, and another process plans it', async () => {
  const run = await start();
  await killedBefore('events', 'plan', run, 'whole');
  expect([await written(run), await stateOf(run)]).toEqual([0, 'planning']);
  await product.settle();
  expect([await written(run), await stateOf(run)]).toEqual([PEOPLE, 'planned']);
});

test('killed over the publication, nobody sees a seat and nobody is told; done again, everybody', async () => {
  const run = await start();
  await product.settle();
  expect(await killedBefore('outbox', 'publish', run, 'whole')).toBe(0);
  expect([await stateOf(run), await seeing(), await told()]).toEqual(['planned', 0, 0]);
  const again = inAProcess('publish', run, 'whole');
  const done = await new Promise((ended) => again.once('exit', ended));
  expect([done, await stateOf(run), await seeing(), await told()]).toEqual([0, 'published', PEOPLE, 1]);
});

test('who reads while it is published sees no seat or all of them', async () => {
  const run = await start();
  await product.settle();
  const counts = new Set<number>();
  const read = async () => {
    const { n } = await first(sql`
      select count(distinct candidate)::int n from seats s join seating_runs r on r.id = s.run where r.state = 'published'`);
    counts.add(n);
  };
  await read();
  const child = inAProcess('publish', run, 'whole');
  const gone = new Promise((ended) => child.once('exit', ended));
  await vi.waitUntil(() => read().then(() => counts.size > 1), { timeout: 30_000, interval: 1 });
  await gone;
  for (let again = 0; again < 20; again++) await read();
  expect([...counts].toSorted((a, b) => a - b)).toEqual([0, PEOPLE]);
});

test('control: without the transactions the same death leaves a half', async () => {
  const run = await start();
  await killedBefore('events', 'plan', run, 'pieces');
  expect([await written(run), await stateOf(run)]).toEqual([PEOPLE, 'planned']);
  const second = await start();
  await product.settle();
  const before = await told();
  expect(await killedBefore('outbox', 'publish', second, 'pieces')).toBe(PEOPLE);
  expect([await stateOf(second), await told()]).toEqual(['published', before]);
});
