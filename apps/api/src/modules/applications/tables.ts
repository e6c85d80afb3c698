import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { ApplicationState, Stage } from '@zikao/contract/applications/lifecycle';
import type { Reason } from '@zikao/contract/candidates';
import type { ExamFunction } from '@zikao/contract/exams';
import { bytea, moment } from '#platform/columns';
import { examSessions } from '#tables/exams';
import { accounts } from '#tables/identity';

/** Applications of every kind, from the draft on. Answers are sealed: they hold names, reasons and diplomas. */
export const applications = pgTable(
  'applications',
  {
    id: uuid().primaryKey().defaultRandom(),
    candidate: uuid()
      .notNull()
      .references(() => accounts.id),
    /** As in the profile; kept by triggers. */
    name: text(),
    kind: text().notNull(),
    /** What opens and closes it: the deadline's trigger reads it. */
    window: text().$type<ExamFunction>().notNull(),
    session: text()
      .notNull()
      .references(() => examSessions.id),
    /** Counts the candidate's own changes. */
    version: integer().notNull().default(1),
    state: text().$type<ApplicationState>().notNull().default('draft'),
    /** Sealed JSON of what the form holds now. */
    answers: bytea(),
    agreedVersion: text('agreed_version'),
    agreedAt: moment('agreed_at'),
    /** Of the last submission: what officers see, search and are scoped by. */
    submission: integer().notNull().default(0),
    district: text(),
    summary: text().notNull().default(''),
    submittedAt: moment('submitted_at'),
    reviewedAt: moment('reviewed_at'),
    reasons: jsonb().$type<Reason[]>().notNull().default([]),
    remark: text(),
    /** 现场审核. */
    visitedAt: moment('visited_at'),
    visitedBy: uuid('visited_by').references(() => accounts.id),
    /** Who decided last at each stage: what comes again goes to them first. */
    reviewers: jsonb().$type<Partial<Record<Stage, string>>>().notNull().default({}),
    reservedFor: uuid('reserved_for').references(() => accounts.id),
    reservedUntil: moment('reserved_until'),
    /** Sealed JSON of what the officers filled in. */
    outcome: bytea(),
    savedAt: moment('saved_at'),
    createdAt: moment('created_at')
      .notNull()
      .default(sql`app_now()`),
  },
  (t) => [
    index('applications_queue').on(t.kind, t.district, t.state, t.submittedAt, t.id),
    /** The whole province's. */
    index('applications_state').on(t.kind, t.state, t.submittedAt, t.id),
    index('applications_own').on(t.candidate, t.kind),
  ],
);

/** Every submission as it was shown, sealed; a deferred trigger refuses one that commits outside the window. */
export const applicationSubmissions = pgTable(
  'application_submissions',
  {
    application: uuid()
      .notNull()
      .references(() => applications.id),
    no: integer().notNull(),
    district: text().notNull(),
    summary: text().notNull(),
    answers: bytea().notNull(),
    /** Sealed JSON of the described rows, 原始信息 among them. */
    groups: bytea().notNull(),
    /** The last decision on it; null while nobody has taken one. */
    decision: text().$type<'approve' | 'reject'>(),
    reasons: jsonb().$type<Reason[]>().notNull().default([]),
    at: moment()
      .notNull()
      .default(sql`app_now()`),
  },
  (t) => [primaryKey({ columns: [t.application, t.no] })],
);

/** What only one application may hold: its kind while it is open, or a course for good. By constraint. */
export const applicationHolds = pgTable(
  'application_holds',
  {
    candidate: uuid()
      .notNull()
      .references(() => accounts.id),
    kind: text().notNull(),
    key: text().notNull(),
    application: uuid()
      .notNull()
      .references(() => applications.id),
  },
  (t) => [
    primaryKey({ name: 'one_application', columns: [t.candidate, t.kind, t.key] }),
    index().on(t.application),
  ],
);
