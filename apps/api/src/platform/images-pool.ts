import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Answer, Job } from '#platform/images-tasks';
import { Problem } from '#platform/problem';

export type PoolOptions = { workers?: number; queue?: number; timeoutMs?: number; maxRssMb?: number };

type Waiting = { job: Job; tries: number; done(result: unknown): void; failed(problem: Problem): void };
type Worker = { child: ChildProcess; ready: boolean; waiting?: Waiting; timer?: NodeJS.Timeout };

const root = join(import.meta.dirname, '../../../..');

/**
 * Worker processes for untrusted pictures, started when first needed. A job that takes too long or too much memory
 * ends its worker and is refused; a worker that dies otherwise is replaced and its job is tried once more.
 * Beyond `queue` waiting jobs callers are turned away with 'overloaded'.
 */
export function openPool(options: PoolOptions = {}) {
  const { workers: size = 2, queue: room = 64, timeoutMs = 10_000, maxRssMb = 700 } = options;
  const workers: Worker[] = [];
  const queue: Waiting[] = [];
  let closed = false;

  function start(): Worker {
    const worker: Worker = {
      ready: false,
      child: fork(join(import.meta.dirname, 'image-worker.ts'), [String(maxRssMb)], {
        // No environment, no network, no writing: native code may get around this, it is a second wall.
        execArgv: [
          '--permission',
          '--allow-addons',
          `--allow-fs-read=${root}`,
          '--disable-warning=SecurityWarning',
        ],
        env: {},
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      }),
    };
    worker.child.on('message', (answer: Answer) => settle(worker, answer));
    worker.child.on('exit', () => died(worker));
    worker.child.on('error', () => died(worker));
    workers.push(worker);
    return worker;
  }

  function next() {
    while (queue.length > 0) {
      const idle = workers.find((worker) => !worker.waiting) ?? (workers.length < size ? start() : undefined);
      if (!idle) return;
      const waiting = queue.shift()!;
      idle.waiting = waiting;
      idle.timer = setTimeout(() => {
        waiting.failed(new Problem('picture.unreadable', '图片处理时间过长，请缩小图片后再上传。'));
        discard(idle);
      }, timeoutMs);
      idle.child.send(waiting.job, (error) => error && died(idle));
    }
  }

  function settle(worker: Worker, answer: Answer) {
    const { waiting } = worker;
    if ('ready' in answer) worker.ready = true;
    if ('ready' in answer || !waiting) return;
    if ('overMemory' in answer) {
      waiting.failed(new Problem('picture.tooManyPixels'));
      return discard(worker);
    }
    release(worker);
    if ('fault' in answer) waiting.failed(new Problem(answer.fault));
    else waiting.done(answer.result);
    next();
  }

  // Twice in a row means that this very picture brings the decoder down, unless no worker can start at all.
  function died(worker: Worker) {
    const { waiting } = worker;
    discard(worker, false);
    if (!waiting) return;
    if (closed) waiting.failed(new Problem('overloaded'));
    else if (++waiting.tries > 1)
      waiting.failed(new Problem(worker.ready ? 'picture.unreadable' : 'unexpected'));
    else queue.unshift(waiting);
    next();
  }

  function release(worker: Worker) {
    clearTimeout(worker.timer);
    worker.waiting = undefined;
  }

  function discard(worker: Worker, goOn = true) {
    release(worker);
    const at = workers.indexOf(worker);
    if (at >= 0) workers.splice(at, 1);
    worker.child.kill('SIGKILL');
    if (goOn) next();
  }

  return {
    run: (job: Job) =>
      new Promise<unknown>((done, failed) => {
        if (closed || queue.length >= room) return failed(new Problem('overloaded'));
        queue.push({ job, tries: 0, done, failed });
        next();
      }),
    /** Process ids of the workers that have started. */
    pids: () => workers.filter((worker) => worker.ready).map((worker) => worker.child.pid!),
    /** Ends the workers; jobs under way and waiting are refused with 'overloaded'. */
    async close() {
      closed = true;
      for (const { failed } of queue.splice(0)) failed(new Problem('overloaded'));
      const ends = workers.map(({ child }) => new Promise((gone) => child.once('exit', gone)));
      for (const { child } of workers) child.kill('SIGKILL');
      await Promise.all(ends);
    },
  };
}
