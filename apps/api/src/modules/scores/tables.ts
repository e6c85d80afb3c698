import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Grade } from '@zikao/contract/records';
import type { BatchState, Checked, Mapping, ReleaseState, RowFault } from '@zikao/contract/score-imports';
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
    /** 0 to 100; null where a mark or a grade stands instead. */
    number: numeric({ mode: 'number' }),
    mark: text().$type<Mark>(),
    /** Practice parts and theses are graded in five steps. */
    grade: text().$type<Grade>(),
    passed: boolean().notNull(),
    publishedAt: moment('published_at'),
  },
  (t) => [
    unique('one_score').on(t.candidate, t.session, t.course),
    index().on(t.session),
    check('score_number', sql`${t.number} between 0 and 100`),
    check('score_or_mark', sql`num_nonnulls(${t.number}, ${t.mark}, ${t.grade}) = 1`),
    check('score_grade', sql`${t.grade} in ('优秀', '良好', '中等', '合格', '不合格')`),
    check('marks_never_pass', sql`not (${t.passed} and (${t.mark} is not null or ${t.grade} = '不合格'))`),
  ],
);

/** `grade` is missing in what was written before there were any. */
export type ScoreValue = Pick<typeof scores.$inferSelect, 'number' | 'mark' | 'passed'> & {
  grade?: Grade | null;
};

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

/** A file of scores as an exam office sent it: kept sealed, read by a job, and counted once it is accepted. */
export const scoreBatches = pgTable(
  'score_batches',
  {
    id: uuid().primaryKey().defaultRandom(),
    session: text()
      .notNull()
      .references(() => examSessions.id),
    /** 第几批 of its session. */
    no: integer().notNull(),
    state: text().$type<BatchState>().notNull().default('uploaded'),
    name: text().notNull(),
    /** Key in the file store. */
    file: text().notNull(),
    bytes: integer().notNull(),
    format: text().notNull(),
    encoding: text(),
    columns: jsonb().$type<string[]>().notNull(),
    mapping: jsonb().$type<Mapping>(),
    /** The job that checks it, while one does. */
    job: uuid(),
    rows: integer().notNull(),
    /** Of them read so far. */
    read: integer().notNull().default(0),
    result: jsonb().$type<Checked>(),
    /** Why it could not be read to its end. */
    fault: text(),
    acceptedAt: moment('accepted_at'),
    /** Why it was discarded. */
    reason: text(),
    by: uuid()
      .notNull()
      .references(() => accounts.id),
    at: moment()
      .notNull()
      .default(sql`app_now()`),
  },
  (t) => [unique('one_batch_number').on(t.session, t.no)],
);

/** A row of a batch: as it was read, what it was recognised as, and what is wrong with it. */
export const scoreRows = pgTable(
  'score_rows',
  {
    batch: uuid()
      .notNull()
      .references(() => scoreBatches.id),
    session: text().notNull(),
    /** Row of the file as a person finds it; a DBF has no heading to count. */
    no: integer().notNull(),
    admissionNumber: text('admission_number').notNull(),
    name: text(),
    course: text().notNull(),
    /** The score as it was written. */
    value: text().notNull(),
    candidate: uuid(),
    number: numeric({ mode: 'number' }),
    mark: text().$type<Mark>(),
    grade: text().$type<Grade>(),
    passed: boolean(),
    faults: jsonb().$type<RowFault[]>().notNull().default([]),
    /** Accepted, and the last word on this score: one row at most is. */
    counts: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.batch, t.no] }),
    index('score_rows_of').on(t.session, t.candidate, t.course),
    uniqueIndex('one_counting_score')
      .on(t.session, t.candidate, t.course)
      .where(sql`${t.counts}`),
    index('score_rows_faulty')
      .on(t.batch, t.no)
      .where(sql`${t.faults} <> '[]'`),
    check(
      'counting_is_whole',
      sql`not ${t.counts} or (${t.faults} = '[]' and ${t.candidate} is not null and ${t.passed} is not null)`,
    ),
  ],
);

/** How the columns of a kind of file were mapped last, by its format and the names of its columns. */
export const scoreMappings = pgTable('score_mappings', {
  columns: text().primaryKey(),
  mapping: jsonb().$type<Mapping>().notNull(),
  at: moment()
    .notNull()
    .default(sql`app_now()`),
});

/** 公布 of a session's scores by two persons: who proposed it never confirms it, by constraint. */
export const scoreReleases = pgTable(
  'score_releases',
  {
    id: uuid().primaryKey().defaultRandom(),
    session: text()
      .notNull()
      .references(() => examSessions.id),
    state: text().$type<ReleaseState>().notNull().default('proposed'),
    /** Not before; null: as soon as it is confirmed. */
    publishAt: moment('publish_at'),
    /** What was proposed: how many, and a sum over all of them that any change would change. */
    scores: integer().notNull(),
    fingerprint: text().notNull(),
    proposedBy: uuid('proposed_by')
      .notNull()
      .references(() => accounts.id),
    proposedAt: moment('proposed_at')
      .notNull()
      .default(sql`app_now()`),
    confirmedBy: uuid('confirmed_by').references(() => accounts.id),
    confirmedAt: moment('confirmed_at'),
    publishedAt: moment('published_at'),
    withdrawnAt: moment('withdrawn_at'),
    reason: text(),
    /** Why the last attempt to publish failed. */
    fault: text(),
  },
  (t) => [
    uniqueIndex('one_release_under_way')
      .on(t.session)
      .where(sql`${t.state} in ('proposed', 'confirmed')`),
    check('two_persons', sql`${t.confirmedBy} is null or ${t.confirmedBy} <> ${t.proposedBy}`),
    check(
      'confirmed_by_somebody',
      sql`case ${t.state} when 'proposed' then ${t.confirmedBy} is null when 'withdrawn' then true
        else ${t.confirmedBy} is not null and ${t.confirmedAt} is not null end`,
    ),
    check('published_at_some_time', sql`(${t.state} = 'published') = (${t.publishedAt} is not null)`),
  ],
);
