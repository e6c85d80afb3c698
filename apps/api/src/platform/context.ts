import type { FastifyBaseLogger } from 'fastify';
import type { Kinds } from '@zikao/contract/applications/kind';
import type { Role } from '@zikao/contract/permissions';
import type { Config } from '#config';
import type { Keys } from '#platform/crypto';
import type { Db } from '#platform/database';
import type { Files } from '#platform/files';
import type { Images } from '#platform/images';
import type { Jobs } from '#platform/jobs';
import type { Papers } from '#platform/papers';
import type { Printer } from '#platform/print';
import type { Sheets } from '#platform/sheets';
import type { Sms } from '#platform/sms';
import type { Verifier } from '#platform/verification';
import type { Verifiers } from '#platform/verifiers';

/** Who is calling. `district`: only for district officers. */
export interface Actor {
  id: string;
  role: Role;
  name: string;
  district?: string;
  /** Its session. */
  session: string;
}

/** Finds who holds a session token; undefined: nobody. Counts as activity. A pending one still owes its second factor. */
export type Authenticate = (
  services: Pick<Services, 'db' | 'config'>,
  token: string,
) => Promise<{ actor: Actor; pending: boolean } | undefined>;

/** Whether the caller, an officer, may see a submission of one of these applications. */
export type InCharge = (ctx: Signed, applications: readonly string[]) => Promise<boolean>;

/** How many people have these majors and courses in their enrolments (of one session alone) or records; what nobody has is left out. */
export type InUse = (
  ctx: Pick<Services, 'db'>,
  of: { majors?: readonly string[]; courses?: readonly string[]; session?: string },
) => Promise<{ majors: ReadonlyMap<string, number>; courses: ReadonlyMap<string, number> }>;

/** What the process has, made once at start. */
export interface Services {
  config: Config;
  db: Db;
  keys: Keys;
  files: Files;
  images: Images;
  papers: Papers;
  printer: Printer;
  sheets: Sheets;
  jobs: Jobs;
  verifier: Verifier;
  /** Which processes verify photos: perhaps others than this one. */
  verifiers: Verifiers;
  sms: Sms;
  authenticate: Authenticate;
  /** The kinds of application there are, by key; the applications module knows the rest of them. */
  kinds: Kinds;
  inCharge: InCharge;
  inUse: InUse;
  /** Nudges the outbox to deliver, and the jobs to be done, now instead of at the next round. */
  wake(): void;
}

/** First argument of everything that does work. */
export interface Ctx extends Services {
  actor?: Actor;
  log: FastifyBaseLogger;
  ip: string;
  device: string;
  /** Request id, sent to the client in problems. */
  request: string;
  /** Declared type of the body, e.g. `image/png`. */
  contentType?: string;
  /** The version in If-Match, for endpoints that ask for it. */
  ifMatch: number;
  /** The session cookie; only identity touches it. */
  cookies: Cookies;
  /** Endpoint's name, e.g. `identity.signIn`. */
  call: string;
  /** Set by `trace`: the call wrote its own audit entry. */
  traced: { done: boolean };
}
export interface Cookies {
  get(): string | undefined;
  set(token: string, secondsLeft: number): void;
  clear(): void;
}
export type Signed = Ctx & { actor: Actor };

/** A transaction with the same context: `ctx.db` inside is the transaction. */
export function transaction<C extends Pick<Services, 'db'>, T>(
  ctx: C,
  work: (ctx: C) => Promise<T>,
): Promise<T> {
  return ctx.db.transaction((tx) => work({ ...ctx, db: tx }));
}

/** What jobs and timers are given. */
export type Working = Services & { log: FastifyBaseLogger };

/** What a job or a timer works with: nobody's request. `actor`: on whose behalf, if anybody's. */
export function inBackground(services: Working, actor: Actor): Signed;
export function inBackground(services: Working, actor?: Actor): Ctx;
export function inBackground(services: Working, actor?: Actor): Ctx {
  return {
    ...services,
    ...(actor && { actor }),
    ip: '127.0.0.1',
    device: '',
    request: '',
    ifMatch: 0,
    cookies: { get: () => undefined, set: () => {}, clear: () => {} },
    call: 'job',
    traced: { done: true },
  };
}
