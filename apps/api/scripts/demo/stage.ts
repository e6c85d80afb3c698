import type { FastifyInstance } from 'fastify';
import type { Endpoint, Request } from '@zikao/contract/endpoint';
import type { Services } from '#platform/context';
import { createCaller, type Caller, type Reply } from '#test/caller';

/** What the demo plays on: the product's own interface, called as a browser calls it. */
export interface Stage {
  app: FastifyInstance;
  services: Services;
}

/** From a documentation network (RFC 5737): its counters are nobody else's. */
const ADDRESS = '192.0.2.1';

export const browser = ({ app }: Stage): Caller => createCaller({ app }, ADDRESS);

/** Calls an endpoint that must not refuse; `version` goes into If-Match. */
export async function must<E extends Endpoint>(
  caller: Caller,
  endpoint: E,
  request: Partial<Request<E>> = {},
  version?: number,
): Promise<Reply['body']> {
  const headers: Record<string, string> = version === undefined ? {} : { 'if-match': `"${version}"` };
  const { status, body } = await caller.call(endpoint, request, headers);
  if (status < 400) return body;
  throw new Error(`${endpoint.method} ${endpoint.path}：${status} ${JSON.stringify(body)}`);
}
