import { randomInt, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asc, eq, isNull, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { CourseChoice } from '@zikao/contract/enrolments';
import { setClock } from '#platform/clock';
import { loadKeys } from '#platform/crypto';
import { openDatabase, type Database } from '#platform/database';
import { readConfig } from '#config';
import { events, outbox } from '#platform/tables';
import { enrolments, enrolmentSubmissions, sittings } from '#tables/enrolments';
import { messages } from '#tables/notifications';
import type { TestApp } from '#test/app';
import { change, everybodySubmits, submit, type Acknowledged, type Person } from '#test/crash/load';
import { startProcess, type Running } from '#test/crash/process';
import { anApprovedCandidate, anEnrolment, anExam, DURING } from '#test/factories/enrolments';

// trust.md "Nothing lost": the tests follow one product through its accidents, over the same data.
const PEOPLE = 12;
let dataDir: string;
let running: Running;
let database: Database;
let people: Person[];
const acknowledged: Acknowledged[] = [];

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'zikao-crash-'));
  chmodSync(dataDir, 0o755); // as root PostgreSQL runs as somebody else, who must get in
  await start();
  const config = readConfig({ NODE_ENV: 'test' });
  const keys = loadKeys({ file: join(dataDir, 'keys.json'), suite: config.CRYPTO });
  // Factories write rows; they need no more of the product than this.
  const product = { services: { config, db: database.db, keys } } as TestApp;
  await anExam(product);
  await setClock(database.db, new Date(DURING), true);
  people = await Promise.all(Array.from({ length: PEOPLE }, () => aPerson(product)));
});

afterAll(async () => {
  await database.close();
  running.api.kill('SIGTERM');
  await running.ended;
  rmSync(dataDir, { recursive: true, force: true });
});

test('runs on settings under which a commit is on the disk', async () => {
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    const { rows } = await database.pool.query(`show ${setting}`);
    expect(rows[0]).toEqual({ [setting]: 'on' });
  }
});

test('kill -9 of the API under load: every acknowledged submission is there, once', async () => {
  const refusals = await loadUntil(randomInt(20, 60), () => running.api.kill('SIGKILL'));
  expect(refusals).toEqual([]);
  expect(await running.ended).toBeNull();
  await restart();
  await expectNothingLost();
});

test('kill -9 of PostgreSQL under load: every acknowledged submission is there, what had not committed is not', async () => {
  await database.pool.query('create table control (done text)');
  await database.pool.query(`insert into control values ('committed')`);
  const open = await database.pool.connect();
  await open.query('begin');
  await open.query(`insert into control values ('acknowledged too early')`);
  const refusals = await loadUntil(randomInt(20, 60), () => process.kill(running.postgres, 'SIGKILL'));
  open.release(true);
  expect(refusals.filter((status) => status !== 503)).toEqual([]);
  expect(await running.ended).toBe(1); // it says so and ends; whoever started it starts it again
  await restart();
  const { rows } = await database.pool.query('select done from control');
  expect(rows).toEqual([{ done: 'committed' }]);
  await expectNothingLost();
});

test('SIGTERM: what runs is finished and answered, new requests are refused, the exit is 0 within 10 s', async () => {
  await resume();
  const first = people.slice(0, 4);
  const chosen = await Promise.all(first.map((person) => change(running.url, person)));
  // Their rows are held, so that their submissions are certainly running when the signal comes.
  const holder = await database.pool.connect();
  await holder.query('begin');
  const ids = first.map(({ enrolment }) => enrolment);
  await holder.query('select 1 from enrolments where id = any($1) for update', [ids]);
  const keys = first.map(() => randomUUID());
  const answers = Promise.all(
    first.map((person, i) => submit(running.url, person, person.version, keys[i]!)),
  );
  await vi.waitFor(async () => expect(await waiting()).toBe(first.length), { timeout: 5_000 });

  running.api.kill('SIGTERM');
  const late = people[5]!;
  await vi.waitFor(async () => expect(await isRefused(late)).toBe(true), { timeout: 5_000 });
  await holder.query('rollback');
  holder.release();

  const given = await answers;
  expect(given.map(({ status }) => status)).toEqual(first.map(() => 200));
  expect(await running.ended).toBe(0); // after 10 s it would be 1
  first.forEach((person, i) => {
    const { text: answer } = given[i]!;
    const { no } = JSON.parse(answer).submission;
    const courses = chosen[i] as CourseChoice[];
    acknowledged.push({ person, no, courses, key: keys[i]!, ifMatch: person.version, answer });
  });
  await restart();
  await expectNothingLost();
});

async function aPerson(product: TestApp): Promise<Person> {
  const candidate = await anApprovedCandidate(product);
  const enrolment = await anEnrolment(product, candidate.id, { state: 'draft' });
  return { enrolment, cookie: candidate.caller.cookie!, version: 1, no: 0 };
}

async function start(): Promise<void> {
  running = await startProcess(dataDir);
  database = openDatabase(running.databaseUrl, 4);
}

async function restart(): Promise<void> {
  await database.close();
  await start();
}

/** After an accident a browser reads where its person stands and goes on from there. */
async function resume(): Promise<void> {
  const rows = await database.db.select().from(enrolments);
  for (const person of people) {
    const { version, submission } = rows.find(({ id }) => id === person.enrolment)!;
    Object.assign(person, { version, no: submission });
  }
}

/** Everybody submits; when `count` more submissions are acknowledged, the accident happens. */
async function loadUntil(count: number, accident: () => void): Promise<number[]> {
  await resume();
  const before = acknowledged.length;
  return everybodySubmits(running.url, people, (submission) => {
    acknowledged.push(submission);
    if (acknowledged.length === before + count) accident();
  });
}

/** How many statements wait for a row somebody holds. */
async function waiting(): Promise<number> {
  const { rows } = await database.pool.query(
    `select count(*)::int as waiting from pg_stat_activity where wait_event_type = 'Lock'`,
  );
  return rows[0].waiting;
}

const isRefused = async (person: Person) =>
  submit(running.url, person, person.version, randomUUID()).then(
    ({ status }) => status === 503,
    () => true,
  );

/** The whole promise: each acknowledged submission once, with its event, its message and the answer given before. */
async function expectNothingLost(): Promise<void> {
  const { db } = database;
  await vi.waitFor(async () => expect(await db.$count(outbox, isNull(outbox.deliveredAt))).toBe(0), {
    timeout: 10_000,
  });
  const stored = await db.select().from(enrolmentSubmissions);
  const nameOf = ({ enrolment, no }: { enrolment: string; no: number }) => `${enrolment} ${no}`;
  const names = stored.map(nameOf).toSorted();
  const byName = new Map(stored.map((row) => [nameOf(row), row.courses]));
  for (const { person, no, courses } of acknowledged)
    expect(byName.get(nameOf({ enrolment: person.enrolment, no }))).toEqual(courses);

  const moves = await db.select().from(events).where(eq(events.action, 'submit'));
  expect(moves.map((row) => `${row.subjectId} ${row.note?.no}`).toSorted()).toEqual(names);
  const told = await db.select().from(outbox).where(eq(outbox.event, 'enrolment.submitted'));
  expect(told.map((row) => nameOf(row.payload as never)).toSorted()).toEqual(names);
  const sources = await db.select({ source: messages.source }).from(messages);
  expect(sources.map((row) => row.source).toSorted()).toEqual(told.map((row) => String(row.id)).toSorted());
  await expectWhole();
  await expectSameAnswers();
  expect(await db.$count(enrolmentSubmissions)).toBe(names.length);
}

/** Each enrolment and its sittings say what its last submission says: no half of a transaction stayed. */
async function expectWhole(): Promise<void> {
  const last = await database.db
    .select({ no: enrolments.submission, courses: enrolmentSubmissions.courses, taken: taken() })
    .from(enrolments)
    .innerJoin(
      enrolmentSubmissions,
      sql`${enrolmentSubmissions.enrolment} = ${enrolments.id} and ${enrolmentSubmissions.no} =
        (select max(no) from enrolment_submissions where enrolment = ${enrolments.id})`,
    )
    .orderBy(asc(enrolments.id));
  expect(last.length).toBeGreaterThan(0);
  for (const { courses, taken: rows } of last) expect(rows).toEqual(courses);
}

const taken = () =>
  sql`(select json_agg(json_build_object('slot', ${sittings.slot}, 'course', ${sittings.course})
    order by ${sittings.slot}) from ${sittings} where ${sittings.enrolment} = ${enrolments.id})`;

/** Asked again with the same key, an acknowledged submission gets the answer it got. */
async function expectSameAnswers(): Promise<void> {
  for (const { person, key, ifMatch, answer } of acknowledged)
    expect(await submit(running.url, person, ifMatch, key)).toEqual({ status: 200, text: answer });
}
