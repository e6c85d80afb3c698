import { eq } from 'drizzle-orm';
import type { FastifyBaseLogger } from 'fastify';
import type { Services } from '#platform/context';
import { runRounds } from '#platform/rounds';
import { publishDue } from './publish-release.ts';
import { scoreReleases } from './tables.ts';

const ROUND_MS = 1_000;
/** What failed is tried again after this, and says on the page of the release that it failed. */
const PAUSE_MS = 60_000;

/** Publishes in the background for as long as the process runs; any number of processes may. */
export function runPublisher(
  services: Services,
  log: FastifyBaseLogger,
): { wake(): void; stop(): Promise<void> } {
  let quietUntil = 0;
  const publish = async () => {
    if (performance.now() < quietUntil) return;
    await publishDue({ ...services, log }).catch((error: Error) => {
      quietUntil = performance.now() + PAUSE_MS;
      log.error({ fault: error.message.split('\n')[0] }, 'scores not published, will be tried again');
      return noteFault(services, error);
    });
  };
  return runRounds(ROUND_MS, publish, () => {}); // the database is away: the next round tries again
}

/** Confirmed ones that are not out: the province sees that something is wrong, and may withdraw. */
async function noteFault({ db }: Services, error: Error): Promise<void> {
  const fault = 'code' in error ? error.message : '公布没有成功，系统每分钟再试一次。';
  await db.update(scoreReleases).set({ fault }).where(eq(scoreReleases.state, 'confirmed'));
}
