import type { FastifyBaseLogger } from 'fastify';
import { sweep, work } from '#app';
import type { Services } from '#platform/context';
import { REPORT_MS, reportVerifier, withdrawVerifier } from '#platform/verifiers';
import type { Verifying } from './verifying.ts';

export interface Working {
  wake(): void;
  stop(): Promise<void>;
}

/**
 * Does the jobs of the product, in the process that serves or in one of its own, while it can verify; tells the others
 * whether it can, and looks after what nobody does any more.
 */
export async function startWorking(
  services: Services,
  verifying: Verifying,
  log: FastifyBaseLogger,
): Promise<Working> {
  const id = crypto.randomUUID();
  const own = { ...services, log };
  const jobs = await services.jobs.run(work(own), services.config.VERIFIERS, log);
  let told: boolean | undefined;
  let running: Promise<void> | undefined;
  const round = async () => {
    const up = verifying.up();
    if (up !== told) say(log, up, services.config.VERIFIERS);
    told = up;
    await jobs.take(up);
    await reportVerifier(services.db, id, up);
    await sweep(own);
  };
  const look = () =>
    (running ??= round()
      .catch((error: Error) => log.warn({ fault: error.message.split('\n')[0] }, 'jobs not looked after'))
      .finally(() => (running = undefined)));
  verifying.listen(() => void look());
  const timer = setInterval(look, REPORT_MS);
  await look();
  return {
    wake: () => jobs.wake(),
    async stop() {
      clearInterval(timer);
      verifying.listen(() => {});
      await running;
      await withdrawVerifier(services.db, id).catch(() => {}); // the database is away: it will be forgotten
      await jobs.stop();
    },
  };
}

/** Once, whenever it changes; where photos are left to other machines there is nothing to say. */
function say(log: FastifyBaseLogger, up: boolean, workers: number): void {
  if (up) log.info('photos are verified here');
  else if (workers > 0)
    log.error('no photo can be verified here: the verifier does not start, or the service is down');
}
