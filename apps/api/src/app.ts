import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import underPressure from '@fastify/under-pressure';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Services } from '#platform/context';
import { answerFailures } from '#platform/failures';
import { serveHealth } from '#platform/health';
import { workOf } from '#platform/jobs';
import { loggerOptions } from '#platform/log';
import { serveReference } from '#platform/reference';
import type { Listener } from '#platform/outbox';
import { Problem, problemBody } from '#platform/problem';
import { checkAllServed, MAX_UPLOAD, type Server } from '#platform/serve';
import { serveSite } from '#platform/site';
import * as applications from '#modules/applications';
import * as audit from '#modules/audit';
import * as candidates from '#modules/candidates';
import * as desk from '#modules/desk';
import * as documents from '#modules/documents';
import * as enrolments from '#modules/enrolments';
import * as exams from '#modules/exams';
import * as exports from '#modules/exports';
import * as identity from '#modules/identity';
import * as merges from '#modules/merges';
import * as notifications from '#modules/notifications';
import * as oversight from '#modules/oversight';
import * as photos from '#modules/photos';
import * as progress from '#modules/progress';
import * as records from '#modules/records';
import * as review from '#modules/review';
import * as scores from '#modules/scores';
import * as tickets from '#modules/tickets';
import * as seating from '#modules/seating';
import * as staff from '#modules/staff';
import { serveOwnData } from './own-data.ts';

/** The product, module by module. */
const MODULES = [
  identity,
  documents,
  candidates,
  photos,
  exams,
  records,
  enrolments,
  tickets,
  seating,
  scores,
  progress,
  applications,
  review,
  oversight,
  merges,
  staff,
  exports,
  desk,
  notifications,
  audit,
];

/** Who hears what happened. */
export const LISTENERS: readonly Listener[] = [
  notifications.listen,
  photos.listen,
  review.listen,
  desk.listen,
];

/** Does what was put off. */
type Working = Services & { log: FastifyBaseLogger };
export const work = (services: Working) =>
  workOf({
    ...photos.work(services),
    ...seating.work(services),
    ...tickets.work(services),
    ...scores.work(services),
  });

/** Does what is due by the clock, and what nobody does any more. Cheap: run it often. */
export async function sweep(services: Services & { log: FastifyBaseLogger }): Promise<void> {
  await photos.sweep(services);
  await scores.sweep(services);
  await tickets.sweepPrints(services);
  await desk.takeEffect(services);
  await identity.fillBirthIndexes(services);
}

export const authenticate = identity.authenticate;

/** Builds the server; every endpoint of the contract must be served exactly once. `site`: folder of the built SPA. */
export async function buildApp(
  services: Services,
  { site }: { site?: string } = {},
): Promise<FastifyInstance> {
  const { config } = services;
  const app = Fastify({
    logger: loggerOptions(config),
    genReqId: () => crypto.randomUUID(),
    trustProxy: config.TRUST_PROXY,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
  });
  answerFailures(app);
  await app.register(helmet, headers(config.PUBLIC_URL?.startsWith('https:') ?? false));
  await app.register(cookie);
  // Tests share a machine with other tests: there a slow moment says nothing about the product.
  const maxEventLoopDelay = config.NODE_ENV === 'test' ? 0 : 2_000;
  await app.register(underPressure, { maxEventLoopDelay, customError: Overloaded });
  app.addContentTypeParser(
    /^image\/|^application\/(octet-stream|pdf)$/,
    { parseAs: 'buffer', bodyLimit: MAX_UPLOAD },
    (_request, body, done) => done(null, body),
  );
  // Whoever got the last answer of a stopping process must not keep it alive by an idle connection.
  let stopping = false;
  app.addHook('preClose', async () => void (stopping = true));
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
    if (stopping) reply.header('connection', 'close');
    const shared = reply.hasHeader('cache-control');
    if (request.url.startsWith('/api/v1') && !shared) reply.header('cache-control', 'private, no-store');
  });

  const server: Server = { app, services, served: new Set() };
  for (const module of MODULES) module.routes(server);
  serveOwnData(server, MODULES);
  checkAllServed(server);
  serveHealth(app, services);
  await serveReference(app);
  await serveSite(app, site);
  app.setNotFoundHandler((request, reply) =>
    reply
      .status(404)
      .type('application/problem+json')
      .send(JSON.stringify(problemBody(new Problem('notFound'), request.id))),
  );
  return app;
}

class Overloaded extends Problem {
  readonly statusCode = 503;
  constructor() {
    super('overloaded', { retryAfter: 5 });
  }
}

/** CSP without inline scripts or eval; nothing from other sites; no framing. WASM for the checks of the photo page. */
function headers(tls: boolean) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'blob:', 'data:'],
        mediaSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    hsts: tls ? { maxAge: 31_536_000 } : false,
    crossOriginEmbedderPolicy: false,
    originAgentCluster: false,
    crossOriginOpenerPolicy: tls ? { policy: 'same-origin' as const } : false,
    referrerPolicy: { policy: 'same-origin' as const },
    xFrameOptions: { action: 'deny' as const },
  };
}
