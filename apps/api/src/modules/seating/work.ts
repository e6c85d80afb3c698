import type { FastifyBaseLogger } from 'fastify';
import type { Services } from '#platform/context';
import type { Workers } from '#platform/jobs';
import { planRun } from './plan-run.ts';

/** The jobs of this module. */
export const work = (services: Services & { log: FastifyBaseLogger }): Pick<Workers, 'planSeating'> => ({
  planSeating: (_id, { run }) => planRun(services, run),
});
