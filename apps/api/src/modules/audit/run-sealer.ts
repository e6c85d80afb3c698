import type { FastifyBaseLogger } from 'fastify';
import type { Services } from '#platform/context';
import { sealTo, setMark, type Mark } from './seal.ts';

const ROUND_MS = 2_000;

/** Seals in the background for as long as the process runs. A broken chain is logged at every round, never repaired. */
export function runSealer(
  services: Pick<Services, 'db' | 'keys'>,
  log: Pick<FastifyBaseLogger, 'error'>,
): { stop(): Promise<void> } {
  let mark: Mark | undefined;
  let running: Promise<void> | undefined;
  const round = async () => {
    mark ??= await setMark(services.db);
    if ((await sealTo(services, mark)) !== undefined) mark = undefined;
  };
  const timer = setInterval(() => {
    running ??= round()
      .catch((error: Error) => log.error({ fault: error.message.split('\n')[0] }, 'audit not sealed'))
      .finally(() => (running = undefined));
  }, ROUND_MS);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
