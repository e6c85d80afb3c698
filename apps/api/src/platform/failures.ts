import type { FastifyError, FastifyInstance } from 'fastify';
import { Problem, problemBody } from '#platform/problem';

/** PostgreSQL or the way to it is gone, or ends: worth another try. */
const GONE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '53300',
]);

/** Turns whatever was thrown into a catalogued problem; the unexpected keeps its inside to the log. */
export function problemOf(error: unknown): Problem {
  const found = causes(error);
  const problem = found.find((cause) => cause instanceof Problem);
  if (problem) return problem;
  const codes = found.map((cause) => (cause as { code?: unknown }).code);
  if (codes.includes('ZK001')) return new Problem('window.closed');
  if (codes.includes('FST_ERR_CTP_BODY_TOO_LARGE')) return new Problem('request.tooLarge');
  if (
    codes.some((code) => GONE.has(String(code))) ||
    found.some(
      (cause) =>
        /connection|timeout exceeded when trying to connect/i.test((cause as Error).message ?? '') &&
        codes.every((code) => code === undefined),
    )
  )
    return new Problem('overloaded', { retryAfter: 5 });
  const status = (found[0] as FastifyError | undefined)?.statusCode;
  if (status === 503) return new Problem('overloaded', { retryAfter: 5 });
  if (status && status >= 400 && status < 500) return new Problem('request.malformed');
  return new Problem('unexpected');
}

/** An error and what caused it: drizzle wraps the driver's errors. */
function causes(error: unknown): unknown[] {
  const list: unknown[] = [];
  for (let at = error; at instanceof Error && list.length < 5; at = at.cause) list.push(at);
  return list;
}

export function answerFailures(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error);
    if (problem.status >= 500) request.log.error({ code: problem.code, error: safe(error) }, 'failed');
    const wait = problem.extra.retryAfter;
    if (wait) reply.header('retry-after', String(wait));
    return reply
      .status(problem.status)
      .type('application/problem+json')
      .send(JSON.stringify(problemBody(problem, request.id)));
  });
}

/** Query texts and stacks tell where, never the parameters: those are people's data. */
function safe(error: unknown): unknown {
  return causes(error).map((cause) => {
    const { name, code, stack, message } = cause as Error & { code?: string };
    const frames = stack
      ?.split('\n')
      .filter((line) => line.trimStart().startsWith('at '))
      .slice(0, 12);
    return { name, code, message: message.split('\nparams:')[0]?.slice(0, 500), frames };
  });
}
