import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { BINARY, type Endpoint, type Given, type Parsed } from '@zikao/contract/endpoint';
import { ENDPOINTS } from '@zikao/contract';
import type { z } from 'zod';
import { admit, refuseCrossSite, sessionCookie } from '#platform/access';
import type { Ctx, Services, Signed } from '#platform/context';
import { once } from '#platform/once';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';

export const API = '/api/v1';
export const MAX_UPLOAD = 15 * 1024 * 1024;
const MAX_JSON = 64 * 1024;

type SignedIn<E> = E extends { access: 'public' } ? Ctx : Signed;
/** Bytes may also come as a stream, for what is too large to be held. */
type Result<E> =
  Given<E> extends undefined ? void : Given<E> extends Uint8Array ? Given<E> | Readable : Given<E>;
export type Handler<E> = (ctx: SignedIn<E>, input: Parsed<E>) => Promise<Result<E>>;

/** Where a module's routes go: what is served, with what. */
export interface Server {
  app: FastifyInstance;
  services: Services;
  served: Set<Endpoint>;
}

const NAMES = new Map(Object.entries(ENDPOINTS).map(([name, endpoint]) => [endpoint, name]));

/**
 * Serves an endpoint of the contract: same origin, access, input checked, answer checked (unknown keys never leave),
 * idempotency, ETag and If-Match, audit. Serving one twice, or one the contract does not list, stops the start.
 */
export function serve<E extends Endpoint>(server: Server, endpoint: E, handler: Handler<E>): void {
  const call = NAMES.get(endpoint);
  if (!call) throw new Error(`${endpoint.method} ${endpoint.path} is not in the contract`);
  if (server.served.has(endpoint)) throw new Error(`${call} is served twice`);
  server.served.add(endpoint);
  const enter = (request: FastifyRequest, reply: FastifyReply) => {
    refuseCrossSite(request);
    return admit(server.services, endpoint.access, sessionCookie(server.services.config, request, reply));
  };
  server.app.route({
    method: endpoint.method,
    url: API + endpoint.path,
    bodyLimit: endpoint.body === BINARY ? (endpoint.maxBytes ?? MAX_UPLOAD) : MAX_JSON,
    // What is larger than usual is not even taken in from whoever may not send it.
    ...(endpoint.maxBytes && { onRequest: async (request, reply) => void (await enter(request, reply)) }),
    async handler(request, reply) {
      const actor = await enter(request, reply);
      const cookies = sessionCookie(server.services.config, request, reply);
      const input = parseInput(endpoint, request) as Parsed<E>;
      const ctx: Ctx = {
        ...server.services,
        ...(actor && { actor }),
        log: request.log,
        ip: request.ip,
        device: deviceName(request.headers['user-agent']),
        request: request.id,
        contentType: header(request, 'content-type'),
        ifMatch: endpoint.ifMatch ? readIfMatch(request) : 0,
        cookies,
        call,
        traced: { done: false },
      };
      const run = async () => parseAnswer(endpoint, await handler(ctx as SignedIn<E>, input));
      const key = endpoint.idempotent ? header(request, 'idempotency-key') : undefined;
      const answer = await once(ctx, key, [input.params, input.body, ctx.ifMatch], run);
      await traceCall(ctx, request);
      return endpoint.cache ? sendKept(request, reply, answer) : send(reply, endpoint, answer);
    },
  });
}

/** Every contract endpoint is served, or the start fails naming those that are not. */
export function checkAllServed({ served }: Server): void {
  const missing = Object.entries(ENDPOINTS).filter(([, endpoint]) => !served.has(endpoint));
  if (missing.length) throw new Error(`not served: ${missing.map(([name]) => name).join(', ')}`);
}

function parseInput(endpoint: Endpoint, request: FastifyRequest): Parsed<Endpoint> {
  const params = check(endpoint.params, request.params, 'params');
  const query = check(endpoint.query, request.query, 'query');
  if (endpoint.body !== BINARY)
    return { params, query, body: check(endpoint.body, request.body, 'body') } as Parsed<Endpoint>;
  // An empty file comes without a body; the handler says what is wrong with it.
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  return { params, query, body } as unknown as Parsed<Endpoint>;
}

function check(schema: z.ZodType | undefined, value: unknown, part: 'params' | 'query' | 'body'): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  // A malformed id in the path names nothing that exists.
  if (part === 'params') throw new Problem('notFound');
  throw zodProblem(result.error);
}

/** Field paths and sentences of a zod refusal. */
export function zodProblem(error: z.ZodError): Problem {
  return new Problem('request.invalid', {
    errors: error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
  });
}

function parseAnswer(endpoint: Endpoint, answer: unknown): unknown {
  if (endpoint.returns === undefined || endpoint.returns === BINARY) return answer;
  return endpoint.returns.parse(answer);
}

function readIfMatch(request: FastifyRequest): number {
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header(request, 'if-match') ?? '');
  if (!match) throw new Problem('request.ifMatchMissing');
  return Number(match[1]);
}

async function traceCall(ctx: Ctx, request: FastifyRequest): Promise<void> {
  const staff = ctx.actor !== undefined && ctx.actor.role !== 'candidate';
  if (ctx.traced.done || (request.method === 'GET' && !staff)) return;
  await trace(ctx, { subject: request.url.slice(API.length).split('?')[0]! });
}

function send(reply: FastifyReply, endpoint: Endpoint, answer: unknown): FastifyReply {
  if (endpoint.returns === undefined) return reply.status(204).send();
  if (endpoint.returns === BINARY) return sendBytes(reply, endpoint, answer);
  if (endpoint.etag) reply.header('etag', `"${(answer as { version: number }).version}"`);
  return reply.status(endpoint.status ?? 200).send(answer);
}

/** What everybody may read: a cache in front keeps it for some seconds, a browser asks whether it is still the same. */
function sendKept(request: FastifyRequest, reply: FastifyReply, answer: unknown): FastifyReply {
  const body = JSON.stringify(answer);
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  reply.header('cache-control', 'public, max-age=0, s-maxage=15').header('etag', tag);
  const known = header(request, 'if-none-match')
    ?.split(',')
    .map((one) => one.trim().replace(/^W\//, ''));
  if (known?.includes(tag)) return reply.status(304).send();
  return reply.type('application/json; charset=utf-8').send(body);
}

function sendBytes(reply: FastifyReply, { download }: Endpoint, bytes: unknown): FastifyReply {
  if (!download) return reply.type('image/jpeg').send(bytes);
  return reply.header('content-disposition', 'attachment').type('application/octet-stream').send(bytes);
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** `Chrome（Android）`: enough to recognise one's own device, nothing to fingerprint it by. */
function deviceName(agent = ''): string {
  const browser = [/(MicroMessenger)/, /(Edg)\//, /(Firefox)\//, /(Chrome)\//, /(Safari)\//]
    .map((test) => test.exec(agent)?.[1])
    .find(Boolean);
  const system = /Android|iPhone|iPad|Windows|Mac OS|Linux|HarmonyOS/.exec(agent)?.[0];
  const names: Record<string, string> = { MicroMessenger: '微信', Edg: 'Edge' };
  return `${browser ? (names[browser] ?? browser) : '其他程序'}${system ? `（${system}）` : ''}`;
}
