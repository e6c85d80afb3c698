import {
  bigint,
  boolean,
  index,
  inet,
  integer,
  interval,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { bytea, moment } from '#platform/columns';

/** One row: how far the product's clock is from the real one. */
export const clock = pgTable('clock', {
  one: boolean().primaryKey().default(true),
  offset_: interval()
    .notNull()
    .default(sql`'0'`),
  frozen: moment(),
});

/** What happened to a subject, in order: timelines and history are read from here. */
export const events = pgTable(
  'events',
  {
    id: bigint({ mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity(),
    subject: text().notNull(),
    subjectId: uuid('subject_id').notNull(),
    action: text().notNull(),
    from: text().notNull(),
    to: text().notNull(),
    by: uuid(),
    role: text().notNull(),
    note: jsonb().$type<EventNote>(),
    at: moment()
      .notNull()
      .default(sql`app_now()`),
  },
  (t) => [index().on(t.subjectId, t.id)],
);
export interface EventNote {
  text?: string;
  no?: number;
  seconds?: number;
}

/** Messages to the listeners, written with what they tell. `deliveredAt` null and `attempts` high: stuck, shown. */
export const outbox = pgTable(
  'outbox',
  {
    id: bigint({ mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity(),
    event: text().notNull(),
    payload: jsonb().$type<unknown>().notNull(),
    at: moment()
      .notNull()
      .default(sql`app_now()`),
    attempts: integer().notNull().default(0),
    nextAt: moment('next_at')
      .notNull()
      .default(sql`app_now()`),
    deliveredAt: moment('delivered_at'),
    fault: text(),
  },
  (t) => [
    index()
      .on(t.nextAt)
      .where(sql`${t.deliveredAt} is null`),
  ],
);

/** Answers given to creating calls, by key. `answer` null: the first call is still running. */
export const idempotency = pgTable(
  'idempotency',
  {
    owner: text().notNull(),
    key: text().notNull(),
    bodyHash: bytea('body_hash').notNull(),
    status: integer(),
    answer: bytea(),
    at: moment()
      .notNull()
      .default(sql`app_now()`),
  },
  (t) => [primaryKey({ columns: [t.owner, t.key] }), index().on(t.at)],
);

/** Processes that verify photos, by an id of their own each: seen just now and `up`, photos can be verified. */
export const verifiers = pgTable('verifiers', {
  id: uuid().primaryKey(),
  up: boolean().notNull(),
  /** By the real clock, not the product's. */
  seenAt: moment('seen_at').notNull(),
});

/** Counters for limits: so many of `key` within the window that began at `since`. */
export const limits = pgTable('limits', {
  key: text().primaryKey(),
  count: integer().notNull(),
  since: moment().notNull(),
});

/** Who did or saw what. Append-only: a trigger refuses every change. Sealed in order, `hash` chains to the one before. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    seq: bigint({ mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity(),
    at: moment()
      .notNull()
      .default(sql`app_now()`),
    actor: uuid(),
    actorName: text('actor_name').notNull(),
    role: text().notNull(),
    /** Of a district officer, then. */
    district: text(),
    ip: inet().notNull(),
    action: text().notNull(),
    /** Kind and id of what was touched, e.g. `profile:…`. */
    subject: text().notNull(),
    /** The candidate whose data it is: the access log of the account page. */
    candidate: uuid(),
    why: text(),
    request: text(),
  },
  // One way in for everything that is searched for, each in the order of the list and within its times.
  (t) => [
    index('audit_at').on(t.at, t.seq),
    index('audit_candidate')
      .on(t.candidate, t.at, t.seq)
      .where(sql`${t.candidate} is not null`),
    index('audit_actor')
      .on(t.actor, t.at, t.seq)
      .where(sql`${t.actor} is not null`),
    index('audit_action').on(t.action, t.at, t.seq),
    index('audit_district')
      .on(t.district, t.at, t.seq)
      .where(sql`${t.district} is not null`),
    index('audit_district_action')
      .on(t.district, t.action, t.at, t.seq)
      .where(sql`${t.district} is not null`),
    index('audit_subject').on(t.subject, t.at, t.seq),
  ],
);

/** Whose data an entry gave away besides: everybody in a list that was taken as a file. Append-only too. */
export const auditShown = pgTable(
  'audit_shown',
  {
    candidate: uuid().notNull(),
    seq: bigint({ mode: 'bigint' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.candidate, t.seq] })],
);
