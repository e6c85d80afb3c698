import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Database, openDatabase } from '#platform/database';
import { type JobName, type Jobs, openJobs, type RunningJobs, type Work } from '#platform/jobs';
import { createTestDatabase } from '#test/database';

let drop: () => Promise<void>;
let database: Database;
let jobs: Jobs;
let running: RunningJobs | undefined;
/** What began, in order; a print ends when it is told to. */
let began: string[];
let endPrint: () => void;

beforeEach(async () => {
  const fresh = await createTestDatabase();
  drop = fresh.drop;
  database = openDatabase(fresh.url, 8);
  jobs = openJobs(database.pool);
  began = [];
});
afterEach(async () => {
  endPrint();
  await running?.stop();
  await jobs.close();
  await database.close();
  await drop();
});

async function run(): Promise<void> {
  const printed = new Promise<void>((resolve) => (endPrint = resolve));
  const work: Work = async (name) => {
    began.push(name);
    if (name === 'print') await printed;
  };
  running = await jobs.run(work, 1, { warn: () => {} });
}
const enqueue = (name: JobName) => jobs.enqueue(database.db, name, randomUUID(), {} as never);

it('does long jobs of other kinds beside a bulk print, and the next print after it', async () => {
  await run();
  await enqueue('print');
  await expect.poll(() => began).toEqual(['print']);
  for (const name of ['print', 'planSeating', 'checkScores'] as const) await enqueue(name);
  running!.wake();
  await expect.poll(() => began.toSorted()).toEqual(['checkScores', 'planSeating', 'print']);
  endPrint();
  await expect.poll(() => began.filter((name) => name === 'print').length).toBe(2);
});
