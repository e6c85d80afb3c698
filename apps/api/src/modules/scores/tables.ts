import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  jsonb,
  numeric,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Mark } from '@zikao/contract/scores';
import { moment } from '#platform/columns';
import { examSessions } from '#tables/exams';
import { accounts } from '#tables/identity';

/** When the scores of a session came out: from then on they can be read, and for some working days questioned. */
export const scorePublications = pgTable('score_publications', {
  session: text()
    .primaryKey()
    .references(() => examSessions.id),
  publishedAt: moment('published_at').notNull(),
});

/**
 * One per candidate, session and course. A published one changes only together with a correction that says the same: a
 * trigger refuses the rest.
 */
export const scores = pgTable(
  'scores',
  {
    id: uuid().primaryKey().defaultRandom(),
    session: text()
      .notNull()
      .references(() => examSessions.id),
    candidate: uuid()
      .notNull()
      .references(() => accounts.id),
    course: text().notNull(),
    /** 0 to 100; null where a mark stands instead. */
    number: numeric({ mode: 'number' }),
    mark: text().$type<Mark>(),
    passed: boolean().notNull(),
    publishedAt: moment('published_at'),
  },
  (t) => [
    unique('one_score').on(t.candidate, t.session, t.course),
    index().on(t.session),
    check('score_number', sql`${t.number} between 0 and 100`),
    check('score_or_mark', sql`num_nonnulls(${t.number}, ${t.mark}) = 1`),
    check('marks_never_pass', sql`not (${t.passed} and ${t.mark} is not null)`),
  ],
);

export type ScoreValue = Pick<typeof scores.$inferSelect, 'number' | 'mark' | 'passed'>;

/** What a score was and became, and why. Append-only. */
export const scoreCorrections = pgTable(
  'score_corrections',
  {
    id: uuid().primaryKey().defaultRandom(),
    seq: bigint({ mode: 'bigint' }).notNull().generatedAlwaysAsIdentity(),
    score: uuid()
      .notNull()
      .references(() => scores.id),
    before: jsonb().$type<ScoreValue>().notNull(),
    after: jsonb().$type<ScoreValue>().notNull(),
    reason: text().notNull(),
    /** What corrected it, e.g. `application:<id>:<no>`: the same twice corrects once. */
    source: text().notNull(),
    by: uuid().references(() => accounts.id),
    at: moment()
      .notNull()
      .default(sql`app_now()`),
  },
  (t) => [unique('score_corrected_once').on(t.score, t.source)],
);
