import type { FastifyBaseLogger } from 'fastify';
import type { Services, Signed } from '#platform/context';

/** For what a job does on behalf of the officer who asked for it. */
export const systemCtx = (services: Services & { log: FastifyBaseLogger }, officer: string): Signed => ({
  ...services,
  actor: { id: officer, role: 'province', name: '', session: '' },
  ip: '127.0.0.1',
  device: '',
  request: '',
  ifMatch: 0,
  cookies: { get: () => undefined, set: () => {}, clear: () => {} },
  call: 'job',
  traced: { done: true },
});
