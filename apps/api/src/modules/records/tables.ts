import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  check,
  index,
  jsonb,
  numeric,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Origin, RecordKind } from '@zikao/contract/records';
import { moment } from '#platform/columns';
import { examSessions } from '#tables/exams';
import { accounts, admissionNumbers } from '#tables/identity';

/**
 * 考籍档案: what was passed, exempted or transferred, with its origin. Append-only: a trigger refuses every change, an
 * entry is taken back by a later one of the kind `reversal`.
 */
export const recordEntries = pgTable(
  'record_entries',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** The order of writing, also within one moment. */
    seq: bigint({ mode: 'bigint' }).notNull().generatedAlwaysAsIdentity(),
    admissionNumber: text('admission_number')
      .notNull()
      .references(() => admissionNumbers.number),
    course: text().notNull(),
    /** As the other province names it: a transferred course need not be in our catalogue. */
    courseName: text('course_name'),
    credits: numeric({ mode: 'number' }),
    kind: text().$type<RecordKind | 'reversal'>().notNull(),
    score: text(),
    session: text().references(() => examSessions.id),
    /** Session or decision it comes from, as shown: 2026 年 10 月. */
    when: text().notNull(),
    /** Major the candidate was enrolled in then, if any: phase-out majors admit only those who were in them. */
    major: text(),
    origin: text().$type<Origin>().notNull(),
    /** What wrote it, e.g. `application:<id>:<no>:<course>`: the same effect twice writes once. */
    source: text(),
    reverses: uuid().references((): AnyPgColumn => recordEntries.id),
    reason: text(),
    by: uuid().references(() => accounts.id),
    at: moment()
      .notNull()
      .default(sql`app_now()`),
  },
  (t) => [
    index().on(t.admissionNumber),
    unique('record_entry_once').on(t.source),
    unique('record_entry_reversed_once').on(t.reverses),
    check(
      'record_reversal',
      sql`(${t.kind} = 'reversal') = (${t.reverses} is not null) and (${t.reverses} is null or ${t.reason} is not null)`,
    ),
  ],
);

export interface PenaltyDetails {
  /** 违纪, 作弊, 替考 … as in the decision. */
  type: string;
  courses: string[];
  session?: string;
  /** Suspension, ISO dates, the last day included. */
  from?: string;
  to?: string;
  delayedUntil?: string;
  /** Number of the decision. */
  decision: string;
}

/** What 考籍状态 is derived from: transfers out and penalties, each lifted by a later `reversal`. Append-only too. */
export const standingEntries = pgTable(
  'standing_entries',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** The order of writing, also within one moment. */
    seq: bigint({ mode: 'bigint' }).notNull().generatedAlwaysAsIdentity(),
    admissionNumber: text('admission_number')
      .notNull()
      .references(() => admissionNumbers.number),
    kind: text().$type<'transferOut' | 'penalty' | 'reversal'>().notNull(),
    /** Transfer out: where to. */
    province: text(),
    penalty: jsonb().$type<PenaltyDetails>(),
    source: text(),
    reverses: uuid().references((): AnyPgColumn => standingEntries.id),
    reason: text(),
    by: uuid().references(() => accounts.id),
    at: moment()
      .notNull()
      .default(sql`app_now()`),
  },
  (t) => [
    index().on(t.admissionNumber),
    unique('standing_entry_once').on(t.source),
    unique('standing_entry_reversed_once').on(t.reverses),
    check(
      'standing_kind',
      sql`case ${t.kind} when 'transferOut' then ${t.province} is not null and ${t.reverses} is null
        when 'penalty' then ${t.penalty} is not null and ${t.reverses} is null
        else ${t.kind} = 'reversal' and ${t.reverses} is not null and ${t.reason} is not null end`,
    ),
  ],
);
