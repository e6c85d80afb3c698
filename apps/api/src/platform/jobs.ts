import { sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type pg from 'pg';
import { fromDrizzle, PgBoss, type Job } from 'pg-boss';
import type { Db } from '#platform/database';

/** What is done later, by whichever process is free. Ids only: what they stand for is read when it is done. */
export interface Payloads {
  verifyPhoto: { candidate: string };
  readCard: { candidate: string; picture: string };
  planSeating: { run: string };
  print: { print: string };
  checkScores: { batch: string };
  checkDeskPictures: { candidate: string };
}
export type JobName = keyof Payloads;

/** Does a job. It may be given twice, when a process died over it: what it does twice must count once. */
export type Work = <N extends JobName>(name: N, id: string, payload: Payloads[N]) => Promise<void>;

/** Who does which jobs; every module brings its own. */
export type Workers = { [N in JobName]: (id: string, payload: Payloads[N]) => Promise<void> };

export const workOf =
  (workers: Workers): Work =>
  (name, id, payload) =>
    workers[name](id, payload);

export interface Jobs {
  /** Inside the transaction that makes the job necessary: both happen or neither. `id` is the job's, by which to find it. */
  enqueue<N extends JobName>(db: Db, name: N, id: string, payload: Payloads[N]): Promise<void>;
  /**
   * Looks after the queues for as long as the process runs. `take` says whether it does the verifier's jobs, `workers` at
   * once; the office's long ones it does in any case, one of each kind at a time.
   */
  run(work: Work, workers: number, log: JobLog): Promise<RunningJobs>;
  /** Does what waits now, one after the other; gives how many. */
  drain(work: Work): Promise<number>;
  close(): Promise<void>;
}
export interface RunningJobs {
  /** Does the verifier's jobs from now on, or leaves them to other processes. */
  take(on: boolean): Promise<void>;
  /** Looks for work now instead of at the next round. */
  wake(): void;
  /** Takes nothing new; what runs has `STOP_MS` to end, then another process gets it. */
  stop(): Promise<void>;
}
export interface JobLog {
  warn(what: object, message: string): void;
}

const STOP_MS = 7_000;

/** A process that says nothing for 10 s has died: its job goes to another, once. */
const LIFE = { retryLimit: 1, retryDelay: 1, heartbeatSeconds: 10, deleteAfterSeconds: 600 };

const LONG = { ...LIFE, expireInSeconds: 3_600 };

/**
 * What needs the verifier, and what an office has done at length: none waits behind another. A province's bulk prints take an
 * hour; a seating run or a file of scores must not stand behind them. Of one kind a process does one at a time: each
 * has a worker of its own (a thread, the printer, the reader of tables), and two would only halve its speed and double
 * its memory.
 */
const QUEUES = {
  verifier: { ...LIFE, expireInSeconds: 120 },
  office: LONG,
  print: LONG,
  scores: LONG,
};
type Queue = keyof typeof QUEUES;
const OFFICE: readonly Queue[] = ['office', 'print', 'scores'];
const QUEUE_OF: Record<JobName, Queue> = {
  verifyPhoto: 'verifier',
  readCard: 'verifier',
  planSeating: 'office',
  print: 'print',
  checkScores: 'scores',
  checkDeskPictures: 'verifier',
};

/** No cron, no registry, no statistics; `supervise` gives away jobs of the dead and deletes what is done. */
const QUIET = {
  schedule: false,
  registerInstance: false,
  monitorVacuum: false,
  reindex: false,
  openTelemetry: { enabled: false },
  flowIntervalSeconds: 3_600,
  bamIntervalSeconds: 3_600,
  queueCacheIntervalSeconds: 3_600,
} as const;
const SUPERVISED = {
  superviseIntervalSeconds: 10,
  monitorIntervalSeconds: 10,
  maintenanceIntervalSeconds: 300,
};

type Connection = Pick<pg.Pool | pg.Client, 'query'>;
const over = (connection: Connection) => ({
  executeSql: (text: string, values?: unknown[]) =>
    (connection as pg.Client).query(text, values) as Promise<{ rows: unknown[] }>,
});

/** Brings the queue's own schema to this version; part of our migrations, under their lock. */
export async function installJobs(connection: Connection): Promise<void> {
  const boss = new PgBoss({ db: over(connection), ...QUIET, supervise: false });
  boss.on('error', () => {}); // what goes wrong here is thrown
  await boss.start();
  for (const [name, life] of Object.entries(QUEUES)) await boss.createQueue(name, life);
  await boss.stop({ graceful: false, close: false });
}

/** Jobs on PostgreSQL (pg-boss), over the product's own connections. */
export function openJobs(pool: pg.Pool): Jobs {
  const open = (more: object) =>
    new PgBoss({ db: over(pool), ...QUIET, migrate: false, createSchema: false, ...more });
  let started: Promise<PgBoss> | undefined;
  // For whoever only asks for work: started by the first who does.
  const boss = () =>
    (started ??= open({ supervise: false })
      .on('error', () => {})
      .start());
  return {
    async enqueue(db, name, id, payload) {
      const queue = await boss();
      await queue.send(QUEUE_OF[name], { name, payload }, { id, db: fromDrizzle(db, sql) });
    },
    async run(work, workers, log) {
      const own = open({ supervise: true, ...SUPERVISED });
      own.on('error', (error) => log.warn({ fault: error.message.split('\n')[0] }, 'job queue'));
      own.on('warning', ({ message }) => log.warn({ fault: message }, 'job queue'));
      await own.start();
      const begin = (queue: Queue, localConcurrency: number) =>
        own.work<Task>(
          queue,
          { batchSize: 1, localConcurrency, pollingIntervalSeconds: 0.5 },
          async ([job]) => doOne(work, job!),
        );
      const offices = await Promise.all(OFFICE.map((queue) => begin(queue, 1)));
      let verifier: string | undefined;
      return {
        async take(on) {
          if (on) verifier ??= await begin('verifier', workers);
          else if (verifier !== undefined) {
            verifier = undefined;
            await own.offWork('verifier');
          }
        },
        wake() {
          for (const office of offices) own.notifyWorker(office);
          if (verifier !== undefined) own.notifyWorker(verifier);
        },
        stop: () => own.stop({ graceful: true, timeout: STOP_MS, close: false }),
      };
    },
    async drain(work) {
      const queue = await boss();
      let done = 0;
      for (const name of Object.keys(QUEUES)) {
        for (let job; (job = (await queue.fetch<Task>(name))[0]); done++)
          await doOne(work, job).then(
            () => queue.complete(name, job!),
            (error: Error) => queue.fail(name, job!, { fault: error.name }),
          );
      }
      return done;
    },
    async close() {
      await (await started)?.stop({ graceful: false, close: false });
    },
  };
}

type Task = { [N in JobName]: { name: N; payload: Payloads[N] } }[JobName];

const doOne = (work: Work, { id, data }: Job<Task>) => work(data.name, id, data.payload);

/** SQL: whether a job still waits or runs; one that failed for good does not, and nobody else will do it. */
export const jobLives = (id: PgColumn): SQL => sql`exists (
  select from pgboss.job where name in ${Object.keys(QUEUES)} and job.id = ${id} and state in ('created', 'retry', 'active'))`;
