import type { FastifyBaseLogger } from 'fastify';
import type { Services } from '#platform/context';
import { runRounds } from '#platform/rounds';
import { sealTo, setMark, type Mark } from './seal.ts';

const ROUND_MS = 2_000;

/** Seals in the background for as long as the process runs. A broken chain is logged at every round, never repaired. */
export function runSealer(
  services: Pick<Services, 'db' | 'keys'>,
  log: Pick<FastifyBaseLogger, 'error'>,
): { stop(): Promise<void> } {
  let mark: Mark | undefined;
  const seal = async () => {
    mark ??= await setMark(services.db);
    if ((await sealTo(services, mark)) !== undefined) mark = undefined;
  };
  return runRounds(ROUND_MS, seal, (fault) => log.error({ fault }, 'audit not sealed'));
}
