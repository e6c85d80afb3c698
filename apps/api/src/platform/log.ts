import type { FastifyRequest, FastifyServerOptions } from 'fastify';
import type { Config } from '#config';

/** Structured logs without personal data: method, route pattern (never the filled-in path), status, id, time. */
export function loggerOptions(config: Config): FastifyServerOptions['logger'] {
  if (config.LOG === 'silent') return false;
  return {
    level: config.LOG,
    serializers: {
      req: (request: FastifyRequest) => ({
        method: request.method,
        route: request.routeOptions?.url ?? 'unknown',
      }),
      res: (reply: { statusCode?: number }) => ({ status: reply.statusCode }),
      err: (error) => ({ type: error.name, message: error.code ?? '', stack: '' }),
    },
  };
}
