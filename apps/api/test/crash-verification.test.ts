import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { verifyPhoto } from '@zikao/contract/candidates';
import { readConfig } from '#config';
import { setClock } from '#platform/clock';
import { loadKeys } from '#platform/crypto';
import { openDatabase, type Database } from '#platform/database';
import { openFiles } from '#platform/files';
import { API } from '#platform/serve';
import { events, verifiers } from '#platform/tables';
import { profiles, profileSubmissions } from '#tables/candidates';
import { verifications } from '#tables/photos';
import type { TestApp } from '#test/app';
import { startProcess, type Running } from '#test/crash/process';
import { aFilingTime, aReadyCandidate, DURING } from '#test/factories/candidates';
import type { TestCandidate } from '#test/factories/identity';

const WORK = join(import.meta.dirname, '../src/work.ts');

// What an accident may do to a verification, with the real engine: nothing. One product, over the same data.
let dataDir: string;
let running: Running;
let database: Database;
let product: TestApp;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'zikao-crash-'));
  chmodSync(dataDir, 0o755); // as root PostgreSQL runs as somebody else, who must get in
  await start();
  await aFilingTime(product);
  await setClock(database.db, new Date(DURING), true);
});
afterAll(async () => {
  running.api.kill('SIGTERM');
  await running.ended;
  await database.close().catch(() => {}); // a test that failed half-way closed it
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(env: Record<string, string> = {}): Promise<void> {
  running = await startProcess(dataDir, env);
  database = openDatabase(running.databaseUrl, 4);
  const config = readConfig({ NODE_ENV: 'test' });
  const keys = loadKeys({ file: join(dataDir, 'keys.json'), suite: config.CRYPTO });
  const files = openFiles({ dir: join(dataDir, 'files'), keys });
  // Factories write rows and files; they need no more of the product than this.
  product = { services: { config, db: database.db, keys, files } } as TestApp;
}

const ask = async ({ caller }: TestCandidate, expected = 200) => {
  const { method, path } = verifyPhoto;
  const headers = { cookie: caller.cookie!, origin: running.url };
  const { status } = await fetch(running.url + API + path, { method, headers });
  expect(status).toBe(expected);
};

/** The engine of the product: the child of its process that is none of the picture workers. */
function engineOf({ api }: Running): number {
  const list = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(api.pid)], { encoding: 'utf8' });
  const line = list.split('\n').find((child) => child.includes('apps/verifier'));
  if (!line) throw new Error('no engine runs');
  return Number.parseInt(line, 10);
}

/** Each was judged once, counted nothing against the candidate, and was handed to the district once. */
async function expectSubmittedOnce(people: TestCandidate[]): Promise<void> {
  const ids = people.map(({ id }) => id);
  const { db } = database;
  await vi.waitFor(
    async () => {
      const rows = await db.select().from(profiles).where(inArray(profiles.id, ids));
      expect(rows.map(({ state, photoState }) => [state, photoState])).toEqual(
        ids.map(() => ['pending', 'passed']),
      );
    },
    { timeout: 90_000, interval: 250 },
  );
  for (const id of ids) {
    const acts = await db.select().from(events).where(eq(events.subjectId, id));
    expect(acts.map(({ action }) => action)).toEqual(['verify', 'pass', 'submit']);
    expect(await db.$count(verifications, eq(verifications.candidate, id))).toBe(1);
    expect(await db.$count(profileSubmissions, eq(profileSubmissions.profile, id))).toBe(1);
  }
}

const working = () =>
  vi.waitFor(
    async () => {
      const { rows } = await database.pool.query(`select from pgboss.job where state = 'active'`);
      expect(rows.length).toBeGreaterThan(0);
    },
    { timeout: 60_000, interval: 20 },
  );

// An engine takes seconds where the machine is busy.
const PATIENCE = 120_000;

test(
  'kill -9 of the engine in the middle of a verification: another does it, no try is lost',
  { timeout: PATIENCE },
  async () => {
    const person = await aReadyCandidate(product, { real: true });
    await vi.waitFor(() => engineOf(running), { timeout: 60_000 });
    const engine = engineOf(running);
    process.kill(engine, 'SIGSTOP'); // so that it certainly is in the middle
    await ask(person);
    await working();
    process.kill(engine, 'SIGKILL');
    await expectSubmittedOnce([person]);
    expect(engineOf(running)).not.toBe(engine);
  },
);

test(
  'kill -9 of the API with one verification running and others waiting: all are done once',
  { timeout: PATIENCE },
  async () => {
    const people = [];
    for (let i = 0; i < 3; i++) people.push(await aReadyCandidate(product, { real: true }));
    for (const person of people) await ask(person);
    await working();
    running.api.kill('SIGKILL');
    expect(await running.ended).toBeNull();
    await database.close();
    await start();
    const rows = await database.db.select().from(profiles).where(isNotNull(profiles.verification));
    expect(rows.length).toBeGreaterThan(0);
    // The time after which a silent process counts as dead is set, not waited for.
    await database.db.execute(
      sql`update pgboss.job set heartbeat_on = now() - interval '1 minute' where state = 'active' and heartbeat_on < now() - interval '2 seconds'`,
    );
    await expectSubmittedOnce(people);
  },
);

test(
  'a machine of its own verifies for a product that does not: alone nothing is promised, and both stop in order',
  { timeout: PATIENCE },
  async () => {
    running.api.kill('SIGTERM');
    expect(await running.ended).toBe(0);
    await database.close();
    await start({ VERIFIERS: '0' });
    // Whoever was killed above counts for half a minute more: that time is set, not waited for.
    await database.db.update(verifiers).set({ seenAt: sql`clock_timestamp() - interval '1 minute'` });
    const person = await aReadyCandidate(product, { real: true });
    const verifier = async () => {
      const answer = await fetch(`${running.url}/readyz`);
      return ((await answer.json()) as { verifier: string }).verifier;
    };
    // The product remembers its last answer for a moment.
    await vi.waitFor(async () => expect(await verifier()).toBe('down'), { timeout: 10_000, interval: 250 });
    await ask(person, 503);

    const { NODE_ENV: _, ...inherited } = process.env;
    const env = { ...inherited, DATABASE_URL: running.databaseUrl, DATA_DIR: dataDir, LOG: 'silent' };
    const machine = spawn(process.execPath, [WORK], { env, stdio: 'ignore' });
    const ended = new Promise((done) => machine.once('exit', done));
    await vi.waitFor(async () => expect(await verifier()).toBe('ok'), { timeout: 60_000, interval: 250 });
    await ask(person);
    await expectSubmittedOnce([person]);
    machine.kill('SIGTERM');
    expect(await ended).toBe(0);
    await vi.waitFor(async () => expect(await verifier()).toBe('down'), { timeout: 10_000, interval: 250 });
  },
);
