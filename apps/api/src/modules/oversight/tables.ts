import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { Reason } from '@zikao/contract/candidates';
import type { Queue } from '@zikao/contract/review';
import type { Reviewers, SpotCheckState } from '@zikao/contract/spot-checks';
import { moment } from '#platform/columns';
import { accounts } from '#tables/identity';
import { decisions } from '#tables/review';

/** 复查: what was drawn from, and the seed that draws the same again. */
export const spotChecks = pgTable(
  'spot_checks',
  {
    id: uuid().primaryKey().defaultRandom(),
    state: text().$type<SpotCheckState>().notNull().default('open'),
    from: text().notNull(),
    to: text().notNull(),
    queue: text().$type<Queue>(),
    district: text(),
    reviewers: text().$type<Reviewers>().notNull(),
    seed: text().notNull(),
    population: integer().notNull(),
    size: integer().notNull(),
    by: uuid()
      .notNull()
      .references(() => accounts.id),
    at: moment()
      .notNull()
      .default(sql`app_now()`),
  },
  (t) => [index().on(t.at, t.id)],
);

/** The decisions drawn, each to be looked at again once. Nothing here touches the case. */
export const spotCheckTasks = pgTable(
  'spot_check_tasks',
  {
    id: uuid().primaryKey().defaultRandom(),
    spotCheck: uuid('spot_check')
      .notNull()
      .references(() => spotChecks.id),
    /** By lot, so that nobody can tell from the order when something was decided. */
    position: integer().notNull(),
    decision: uuid()
      .notNull()
      .references(() => decisions.id),
    verdict: text().$type<'approve' | 'reject'>(),
    reasons: jsonb().$type<Reason[]>().notNull().default([]),
    remark: text(),
    reviewer: uuid().references(() => accounts.id),
    seconds: integer(),
    lookedAt: moment('looked_at'),
  },
  (t) => [
    unique('drawn_once').on(t.spotCheck, t.decision),
    index().on(t.spotCheck, t.position),
    index().on(t.reviewer),
    index('spot_check_waiting')
      .on(t.position)
      .where(sql`${t.verdict} is null`),
    check('spot_check_looked', sql`(${t.verdict} is null) = (${t.reviewer} is null)`),
  ],
);
