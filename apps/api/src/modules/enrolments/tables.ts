import { sql } from 'drizzle-orm';
import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Reason } from '@zikao/contract/candidates';
import type { CourseChoice, EnrolmentState } from '@zikao/contract/enrolments';
import type { DescribedGroup } from '@zikao/contract/forms/form';
import { moment } from '#platform/columns';
import { examSessions } from '#tables/exams';
import { accounts } from '#tables/identity';

/** One per candidate and session, by constraint; those set aside by a 合档 are kept beside it. */
export const enrolments = pgTable(
  'enrolments',
  {
    id: uuid().primaryKey().defaultRandom(),
    candidate: uuid()
      .notNull()
      .references(() => accounts.id),
    /** As in the profile, so that a queue is searched without looking each person up; kept by triggers. */
    name: text(),
    session: text()
      .notNull()
      .references(() => examSessions.id),
    version: integer().notNull().default(1),
    state: text().$type<EnrolmentState>().notNull().default('draft'),
    answers: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    agreedVersion: text('agreed_version'),
    agreedAt: moment('agreed_at'),
    /** Of the last submission, which counts. */
    submission: integer().notNull().default(0),
    district: text(),
    major: text(),
    submittedAt: moment('submitted_at'),
    reviewedAt: moment('reviewed_at'),
    reasons: jsonb().$type<Reason[]>().notNull().default([]),
    remark: text(),
    /** Who decided last; what comes again after a rejection is kept for them until then. */
    reviewer: uuid().references(() => accounts.id),
    reservedFor: uuid('reserved_for').references(() => accounts.id),
    reservedUntil: moment('reserved_until'),
    savedAt: moment('saved_at'),
  },
  (t) => [
    uniqueIndex('one_enrolment')
      .on(t.candidate, t.session)
      .where(sql`${t.state} <> 'setAside'`),
    /** `one_enrolment` knows nothing of those set aside. */
    index('enrolments_candidate').on(t.candidate),
    index('enrolments_queue').on(t.district, t.state, t.submittedAt, t.id),
    /** The whole province's. */
    index('enrolments_state').on(t.state, t.submittedAt, t.id),
  ],
);

/** Every submission, kept; a deferred trigger refuses one that commits outside the window. */
export const enrolmentSubmissions = pgTable(
  'enrolment_submissions',
  {
    enrolment: uuid()
      .notNull()
      .references(() => enrolments.id),
    no: integer().notNull(),
    district: text().notNull(),
    major: text().notNull(),
    courses: jsonb().$type<CourseChoice[]>().notNull(),
    groups: jsonb().$type<DescribedGroup[]>().notNull(),
    /** What the district decided; null while nobody has. */
    decision: text().$type<'approve' | 'reject'>(),
    reasons: jsonb().$type<Reason[]>().notNull().default([]),
    at: moment()
      .notNull()
      .default(sql`app_now()`),
  },
  (t) => [primaryKey({ columns: [t.enrolment, t.no] })],
);

/** The sittings of the submission that counts: one course per slot, one sitting per course, by constraint. */
export const sittings = pgTable(
  'sittings',
  {
    enrolment: uuid().notNull(),
    slot: text().notNull(),
    course: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.enrolment, t.slot] }),
    unique().on(t.enrolment, t.course),
    foreignKey({ columns: [t.enrolment], foreignColumns: [enrolments.id] }).onDelete('cascade'),
  ],
);
