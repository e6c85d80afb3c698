import { boolean, index, inet, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import type { Stage } from '@zikao/contract/applications/lifecycle';
import type { Queue } from '@zikao/contract/review';
import { bytea, moment } from '#platform/columns';
import { accounts } from '#tables/identity';

/** Who holds a case, until when. */
export const claims = pgTable(
  'claims',
  {
    queue: text().$type<Queue>().notNull(),
    subject: uuid().notNull(),
    officer: uuid()
      .notNull()
      .references(() => accounts.id),
    since: moment()
      .notNull()
      .default(sql`app_now()`),
    until: moment().notNull(),
    /** Taken as the next one while its holder still looks at another. */
    ahead: boolean().notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.queue, t.subject] }), index().on(t.officer)],
);

/** Decisions that took effect, for history and statistics. */
export const decisions = pgTable(
  'decisions',
  {
    id: uuid().primaryKey().defaultRandom(),
    queue: text().$type<Queue>().notNull(),
    subject: uuid().notNull(),
    no: integer().notNull(),
    officer: uuid()
      .notNull()
      .references(() => accounts.id),
    decision: text().$type<'approve' | 'reject'>().notNull(),
    /** From claiming to deciding; null: together with others, nobody looked at it alone. */
    seconds: integer(),
    /** The case's, and the stage it was decided at. */
    district: text(),
    stage: text().$type<Stage>().notNull().default('district'),
    at: moment()
      .notNull()
      .default(sql`app_now()`),
  },
  (t) => [
    index().on(t.officer, t.at),
    index().on(t.subject),
    index('decisions_district').on(t.district, t.stage, t.at),
    index('decisions_stage').on(t.stage, t.at),
  ],
);

/** What the rejections were for; `choice`: the ready sentence used, null for an officer's own words. */
export const decisionReasons = pgTable(
  'decision_reasons',
  {
    decision: uuid()
      .notNull()
      .references(() => decisions.id, { onDelete: 'cascade' }),
    no: integer().notNull(),
    field: text().notNull(),
    choice: text(),
  },
  (t) => [primaryKey({ columns: [t.decision, t.no] }), index().on(t.choice)],
);

/** Decisions that can still be taken back: they take effect at `until`. One per case, by constraint. */
export const heldDecisions = pgTable(
  'held_decisions',
  {
    id: uuid().primaryKey().defaultRandom(),
    queue: text().$type<Queue>().notNull(),
    subject: uuid().notNull(),
    no: integer().notNull(),
    officer: uuid()
      .notNull()
      .references(() => accounts.id),
    decision: text().$type<'approve' | 'reject'>().notNull(),
    /** Sealed JSON of the decision as it was given. */
    body: bytea().notNull(),
    /** Sealed name of the candidate, for the officer's eyes. */
    name: bytea().notNull(),
    seconds: integer().notNull(),
    /** From where and by which request it was given: for the trail. */
    ip: inet().notNull(),
    request: text().notNull(),
    at: moment()
      .notNull()
      .default(sql`app_now()`),
    until: moment().notNull(),
  },
  (t) => [unique('one_held_decision').on(t.queue, t.subject), index().on(t.officer)],
);

/** What officers are told about their own work until they have seen it. `text` is sealed: it names the candidate. */
export const officerNotices = pgTable(
  'officer_notices',
  {
    id: uuid().primaryKey().defaultRandom(),
    officer: uuid()
      .notNull()
      .references(() => accounts.id),
    queue: text().$type<Queue>().notNull(),
    subject: uuid().notNull(),
    text: bytea().notNull(),
    at: moment()
      .notNull()
      .default(sql`app_now()`),
  },
  (t) => [index().on(t.officer, t.at)],
);

/** How often each list of ready reasons was saved. */
export const reasonLists = pgTable('reason_lists', {
  queue: text().$type<Queue>().primaryKey(),
  version: integer().notNull(),
});
