import type { Answer } from '#platform/pool';

/**
 * Makes this process a worker of a pool: one job at a time, ended when it takes more memory than its first argument
 * allows (MB). `refuse` turns an error into a fault; `over`: the process can do no more and ends.
 */
export function workAtJobs<Job, Result>(
  work: (job: Job) => Promise<Result>,
  refuse: (error: unknown) => { fault: string; over?: boolean },
): void {
  const maxRss = Number(process.argv[2]) * 1024 * 1024;
  // Killed, not exited: an exit waits for native code.
  const end = () => process.kill(process.pid, 'SIGKILL');
  const say = (answer: Answer<Result>, then = () => {}) => process.send!(answer, then);

  // Native code works beside this loop, so the loop can watch.
  setInterval(() => {
    if (process.memoryUsage.rss() > maxRss) say({ overMemory: true }, end);
  }, 50).unref();

  // Ctrl-C reaches the whole group; the parent decides when its workers stop.
  process.on('SIGINT', () => {});
  process.on('disconnect', end);
  process.on('message', (job: Job) =>
    work(job).then(
      (result) => say({ result }),
      (error: unknown) => {
        const { fault, over } = refuse(error);
        say({ fault }, over ? end : undefined);
      },
    ),
  );
  say({ ready: true });
}
