import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, isNull, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Answer, Endpoint } from '@zikao/contract/endpoint';
import { confirmRelease, proposeRelease } from '@zikao/contract/score-office';
import { getScores } from '@zikao/contract/scores';
import { readConfig } from '#config';
import { setClock } from '#platform/clock';
import { loadKeys } from '#platform/crypto';
import { openDatabase, type Database } from '#platform/database';
import { startEmbedded } from '#platform/embedded-postgres';
import { API } from '#platform/serve';
import { outbox } from '#platform/tables';
import { messages } from '#tables/notifications';
import { recordEntries } from '#tables/records';
import { scorePublications, scoreReleases, scoreRows, scores } from '#tables/scores';
import type { TestApp } from '#test/app';
import { startProcess, type Running } from '#test/crash/process';
import { anApprovedCandidate, anExam, DURING, SESSION } from '#test/factories/enrolments';
import { anOfficer } from '#test/factories/identity';
import { anAdmissionNumber } from '#test/factories/records';
import { aBatch } from '#test/factories/score-imports';

const PEOPLE = 20;
let dataDir: string;
let running: Running;
let database: Database;
let batch: string;
let cookies: string[];
let officers: string[];

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'zikao-crash-'));
  chmodSync(dataDir, 0o755); // as root PostgreSQL runs as somebody else, who must get in
  running = await startProcess(dataDir);
  database = openDatabase(running.databaseUrl, 4);
  const config = readConfig({ NODE_ENV: 'test' });
  const keys = loadKeys({ file: join(dataDir, 'keys.json'), suite: config.CRYPTO });
  const product = { services: { config, db: database.db, keys } } as TestApp;
  await anExam(product);
  await setClock(database.db, new Date(DURING), true);
  const people = [];
  for (let i = 0; i < PEOPLE; i++) people.push(await anApprovedCandidate(product));
  cookies = people.map(({ caller }) => caller.cookie!);
  const staff = [
    await anOfficer(product, { role: 'province' }),
    await anOfficer(product, { role: 'province' }),
  ];
  officers = staff.map(({ caller }) => caller.cookie!);
  batch = await aBatch(product, staff[0]!.id, { state: 'accepted' });
  const rows = people.map(async ({ id }, no) => {
    const admissionNumber = await anAdmissionNumber(product, id);
    const score = { course: 'T01', value: '78', number: 78, passed: true, counts: true };
    return { batch, session: SESSION, no: no + 2, admissionNumber, candidate: id, ...score };
  });
  await database.db.insert(scoreRows).values(await Promise.all(rows));
});
afterAll(async () => {
  running.api.kill('SIGTERM');
  await running.ended;
  await database.close().catch(() => {}); // a test that failed half-way closed it
  rmSync(dataDir, { recursive: true, force: true });
});

async function ask<E extends Endpoint>(
  cookie: string,
  { method, path }: E,
  params: Record<string, string> = {},
  body?: object,
): Promise<Answer<E>> {
  const address = path.replace(/:(\w+)/g, (_, name: string) => params[name]!);
  const answer = await fetch(running.url + API + address, {
    method,
    headers: { cookie, origin: running.url, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  expect(answer.ok).toBe(true);
  return (await answer.json()) as Answer<E>;
}

const readers = async () =>
  (await Promise.all(cookies.map((cookie) => ask(cookie, getScores)))).map(({ sessions }) => sessions.length);
const each = (sessions: number) => Array.from({ length: PEOPLE }, () => sessions);

test('kill -9 in the middle of publishing: nothing is out, candidates saw nothing, and the next start brings out all, once', async () => {
  const { id } = await ask(
    officers[0]!,
    proposeRelease,
    { session: SESSION },
    { publishAt: '2099-01-01T00:00:00Z' },
  );
  await ask(officers[1]!, confirmRelease, { release: id });
  // The batch is moved last of all: while its row is held, everything else is written and not committed.
  const holder = await database.pool.connect();
  await holder.query('begin');
  await holder.query('select 1 from score_batches where id = $1 for update', [batch]);
  const due = sql`app_now() - interval '1 second'`;
  await database.db.update(scoreReleases).set({ publishAt: due }).where(eq(scoreReleases.id, id));
  await vi.waitFor(async () => expect(await waiting()).toBe(1), { timeout: 20_000, interval: 50 });
  expect(await readers()).toEqual(each(0));
  running.api.kill('SIGKILL');
  expect(await running.ended).toBeNull();
  holder.release(true);
  await database.close();

  const alone = await startEmbedded({ dataDir: join(dataDir, 'postgres') });
  const left = openDatabase(alone.url, 1);
  for (const table of [scores, scorePublications, recordEntries]) expect(await left.db.$count(table)).toBe(0);
  expect(await left.db.$count(outbox, eq(outbox.event, 'scores.published'))).toBe(0);
  await left.close();
  await alone.stop();

  running = await startProcess(dataDir);
  database = openDatabase(running.databaseUrl, 4);
  const { db } = database;
  await vi.waitFor(async () => expect(await db.$count(scores)).toBe(PEOPLE), {
    timeout: 20_000,
    interval: 100,
  });
  expect(await readers()).toEqual(each(1));
  expect(await db.$count(recordEntries)).toBe(PEOPLE);
  await vi.waitFor(async () => expect(await db.$count(outbox, isNull(outbox.deliveredAt))).toBe(0), {
    timeout: 20_000,
    interval: 100,
  });
  expect(await db.$count(messages, eq(messages.title, '成绩已公布'))).toBe(PEOPLE);
});

/** How many statements wait for a row somebody holds. */
async function waiting(): Promise<number> {
  const { rows } = await database.pool.query(
    `select count(*)::int as waiting from pg_stat_activity where wait_event_type = 'Lock'`,
  );
  return rows[0].waiting;
}
