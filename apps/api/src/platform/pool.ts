import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

export interface PoolOptions {
  /** The program of a worker, by its absolute path. */
  entry: string;
  /** How many processes at most. */
  workers: number;
  /** How many jobs may wait. */
  queue: number;
  /** For one job, in milliseconds. */
  timeoutMs: number;
  /** What a worker may take; it ends itself beyond that. */
  maxRssMb: number;
  /** Until a worker says that it is ready, in milliseconds. */
  startMs?: number;
  /** Workers are started at once and again whenever one ends, not when a job needs one. */
  standing?: boolean;
  /** Jobs come from us: one that took too long or too much may have met a bad moment, and is tried once more. */
  patient?: boolean;
  /** Whether any worker can be had: called when that changes. */
  onChange?(up: boolean): void;
}

/** What a worker says. `fault`: it refuses the job, for a reason of its own. */
export type Answer<Result> = { ready: true } | { result: Result } | { fault: string } | { overMemory: true };

/** Why a job was not done: `busy` too many wait, or closed; `noStart` no worker starts; else what became of its worker. */
export type Reason = 'busy' | 'noStart' | 'late' | 'overMemory' | 'died' | 'fault';
export class PoolFailure extends Error {
  readonly why: Reason;
  readonly fault?: string;
  constructor(why: Reason, fault?: string) {
    super(fault ?? why);
    this.why = why;
    if (fault !== undefined) this.fault = fault;
  }
}

type Waiting<Job, Result> = {
  job: Job;
  tries: number;
  done(result: Result): void;
  failed(failure: PoolFailure): void;
};
type Worker<Job, Result> = {
  child: ChildProcess;
  ready: boolean;
  waiting?: Waiting<Job, Result>;
  timer?: NodeJS.Timeout;
};

const ROOT = join(import.meta.dirname, '../../../..');
const TRIES = 2;
const LONGEST_PAUSE_MS = 60_000;

/**
 * Worker processes for what comes from outside: one job at a time each, without environment, network and writing. A job
 * that takes too long or too much memory ends its worker, who is replaced; when a worker dies otherwise its job is tried
 * once more, with `patient` in any case. Rejects with `PoolFailure`.
 */
export function openPool<Job extends object, Result>(options: PoolOptions) {
  const {
    workers: size,
    timeoutMs,
    startMs = 30_000,
    standing = false,
    patient = false,
    onChange = () => {},
  } = options;
  const workers: Worker<Job, Result>[] = [];
  const queue: Waiting<Job, Result>[] = [];
  let closed = false;
  /** Starts that came to nothing since one did. */
  let failedStarts = 0;
  let pause: NodeJS.Timeout | undefined;

  function start(): Worker<Job, Result> {
    const worker: Worker<Job, Result> = {
      ready: false,
      child: fork(options.entry, [String(options.maxRssMb)], {
        // Native code may get around this: it is a second wall.
        execArgv: [
          '--permission',
          '--allow-addons',
          `--allow-fs-read=${ROOT}`,
          '--disable-warning=SecurityWarning',
        ],
        env: {},
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      }),
    };
    worker.timer = setTimeout(() => died(worker), startMs);
    worker.child.on('message', (answer: Answer<Result>) => settle(worker, answer));
    worker.child.on('exit', () => died(worker));
    worker.child.on('error', () => died(worker));
    workers.push(worker);
    return worker;
  }

  function next() {
    if (pause || closed) return;
    while (queue.length > 0) {
      const idle = workers.find(({ waiting }) => !waiting) ?? (workers.length < size ? start() : undefined);
      if (!idle) break;
      idle.waiting = queue.shift()!;
      if (idle.ready) hand(idle, idle.waiting);
    }
    if (standing) while (workers.length < size) start();
  }

  function hand(worker: Worker<Job, Result>, waiting: Waiting<Job, Result>) {
    worker.timer = setTimeout(() => lose(worker, waiting, 'late'), timeoutMs);
    worker.child.send(waiting.job, (error) => error && died(worker));
  }

  function settle(worker: Worker<Job, Result>, answer: Answer<Result>) {
    const { waiting } = worker;
    if ('ready' in answer) return begin(worker);
    if (!waiting) return;
    if ('overMemory' in answer) return lose(worker, waiting, 'overMemory');
    release(worker);
    if ('fault' in answer) waiting.failed(new PoolFailure('fault', answer.fault));
    else waiting.done(answer.result);
    return next();
  }

  function begin(worker: Worker<Job, Result>) {
    clearTimeout(worker.timer);
    worker.ready = true;
    failedStarts = 0;
    onChange(true);
    if (worker.waiting) hand(worker, worker.waiting);
  }

  function died(worker: Worker<Job, Result>) {
    if (!workers.includes(worker)) return;
    const { waiting, ready } = worker;
    if (ready && waiting && !closed) return lose(worker, waiting, 'died');
    discard(worker);
    if (closed) return waiting?.failed(new PoolFailure('busy'));
    return ready ? next() : notStarted(waiting);
  }

  // Twice in a row means that this very job brings its worker down.
  function lose(worker: Worker<Job, Result>, waiting: Waiting<Job, Result>, why: Reason) {
    discard(worker);
    if (++waiting.tries < TRIES && (patient || why === 'died')) queue.unshift(waiting);
    else waiting.failed(new PoolFailure(why));
    next();
  }

  // The second time in a row nobody waits any longer; where workers stand ready, another is tried after a while.
  function notStarted(waiting?: Waiting<Job, Result>) {
    if (waiting) queue.unshift(waiting);
    if (++failedStarts < TRIES) return next();
    onChange(false);
    for (const { failed } of queue.splice(0)) failed(new PoolFailure('noStart'));
    if (!standing || pause) return;
    const wait = Math.min(LONGEST_PAUSE_MS, 500 * 2 ** failedStarts);
    pause = setTimeout(() => {
      pause = undefined;
      next();
    }, wait);
  }

  function release(worker: Worker<Job, Result>) {
    clearTimeout(worker.timer);
    worker.waiting = undefined;
  }

  function discard(worker: Worker<Job, Result>) {
    release(worker);
    workers.splice(workers.indexOf(worker), 1);
    worker.child.kill('SIGKILL');
  }

  next();
  return {
    run: (job: Job) =>
      new Promise<Result>((done, failed) => {
        if (closed || queue.length >= options.queue) return failed(new PoolFailure('busy'));
        if (pause) return failed(new PoolFailure('noStart'));
        queue.push({ job, tries: 0, done, failed });
        next();
      }),
    /** Process ids of the workers that have started. */
    pids: () => workers.filter(({ ready }) => ready).map(({ child }) => child.pid!),
    /** Ends the workers; jobs under way and waiting fail with `busy`. */
    async close() {
      closed = true;
      clearTimeout(pause);
      for (const { failed } of queue.splice(0)) failed(new PoolFailure('busy'));
      const ends = workers.map(({ child }) => new Promise((gone) => child.once('exit', gone)));
      for (const { child } of workers) child.kill('SIGKILL');
      await Promise.all(ends);
    },
  };
}
