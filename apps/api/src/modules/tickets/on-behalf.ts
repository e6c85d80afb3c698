import type { FastifyBaseLogger } from 'fastify';
import type { Ctx, Services } from '#platform/context';

export type Working = Services & { log: FastifyBaseLogger };

/** What the platform does by itself: nobody calls, nobody waits. */
export const onBehalfOfNobody = (services: Working): Ctx => ({
  ...services,
  ip: '127.0.0.1',
  device: '',
  request: '',
  ifMatch: 0,
  cookies: { get: () => undefined, set: () => {}, clear: () => {} },
  call: 'job',
  traced: { done: true },
});
