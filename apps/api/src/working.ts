import type { FastifyBaseLogger } from 'fastify';
import { sweep, work } from '#app';
import type { Services } from '#platform/context';
import { REPORT_MS, reportVerifier, withdrawVerifier } from '#platform/verifiers';

export interface Working {
  wake(): void;
  stop(): Promise<void>;
}

/** Does the jobs of the product, in the process that serves or in one of its own, and says that it does. */
export async function startWorking(services: Services, log: FastifyBaseLogger): Promise<Working> {
  const id = crypto.randomUUID();
  const own = { ...services, log };
  const jobs = await services.jobs.run(work(own), services.config.VERIFIERS, log);
  let running: Promise<void> | undefined;
  const round = async () => {
    await reportVerifier(services.db, id, true);
    await sweep(own);
  };
  const rounds = () =>
    (running ??= round()
      .catch((error: Error) => log.warn({ fault: error.message.split('\n')[0] }, 'jobs not looked after'))
      .finally(() => (running = undefined)));
  await rounds();
  const timer = setInterval(rounds, REPORT_MS);
  return {
    wake: () => jobs.wake(),
    async stop() {
      clearInterval(timer);
      await running;
      await withdrawVerifier(services.db, id).catch(() => {}); // the database is away: it will be forgotten
      await jobs.stop();
    },
  };
}
