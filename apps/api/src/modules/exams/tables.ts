import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { ExamRules } from '@zikao/contract/exam-rules';
import type { ExamFunction, TextKind } from '@zikao/contract/exams';
import type { PhotoProfile } from '@zikao/contract/measures';
import { moment } from '#platform/columns';

/** One row: which province this is; data, not code. */
export const province = pgTable('province', {
  one: boolean().primaryKey().default(true),
  name: text().notNull(),
  platform: text().notNull(),
  organisation: text().notNull(),
  mergePapers: text('merge_papers').notNull(),
  photoProfile: jsonb('photo_profile').$type<PhotoProfile>().notNull(),
  /** Absent: the usual ones. */
  rules: jsonb().$type<ExamRules>(),
});

export const districts = pgTable('districts', {
  code: text().primaryKey(),
  name: text().notNull(),
  /** Four digits that begin its admission numbers. */
  prefix: text().notNull(),
  address: text(),
  phone: text(),
  hours: text(),
  position: integer().notNull(),
});

export const codeEntries = pgTable(
  'code_entries',
  {
    table: text().notNull(),
    code: text().notNull(),
    name: text().notNull(),
    parent: text(),
    position: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.table, t.code] })],
);

export const examSessions = pgTable('exam_sessions', {
  id: text().primaryKey(),
  name: text().notNull(),
  year: integer().notNull(),
  month: integer().$type<4 | 10>().notNull(),
  current: boolean().notNull().default(false),
  version: integer().notNull().default(1),
  archivedAt: moment('archived_at'),
});

/** When a function is open, `[opensAt, closesAt)`. A row with a district overrides the row without one. */
export const windows = pgTable(
  'windows',
  {
    session: text()
      .notNull()
      .references(() => examSessions.id),
    function: text().$type<ExamFunction>().notNull(),
    district: text().references(() => districts.code),
    opensAt: moment('opens_at').notNull(),
    closesAt: moment('closes_at').notNull(),
  },
  (t) => [uniqueIndex('windows_key').on(t.session, t.function, sql`coalesce(${t.district}, '')`)],
);

export const slots = pgTable(
  'slots',
  {
    session: text()
      .notNull()
      .references(() => examSessions.id),
    no: text().notNull(),
    date: date({ mode: 'string' }).notNull(),
    part: text().$type<'am' | 'pm'>().notNull(),
    start: text().notNull(),
    end: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.session, t.no] })],
);

/** Half-days that a district sits at another time than the rest of the province. */
export const ownSlots = pgTable(
  'own_slots',
  {
    session: text()
      .notNull()
      .references(() => examSessions.id),
    district: text()
      .notNull()
      .references(() => districts.code),
    no: text().notNull(),
    date: date({ mode: 'string' }).notNull(),
    part: text().$type<'am' | 'pm'>().notNull(),
    start: text().notNull(),
    end: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.session, t.district, t.no] })],
);

export const courses = pgTable('courses', {
  code: text().primaryKey(),
  name: text().notNull(),
  credits: numeric({ mode: 'number' }),
  practice: boolean().notNull().default(false),
  /** Practice parts: the theory part that must be passed first. */
  theory: text(),
});

/** 停止招生, 停考 and 停发证书 are three facts with a day each; what holds today is worked out from them. */
export const majors = pgTable('majors', {
  code: text().primaryKey(),
  name: text().notNull(),
  level: text().notNull(),
  /** 主考学校. */
  school: text(),
  status: text().$type<'open' | 'phaseOut' | 'closed'>().notNull(),
  note: text(),
  restriction: text(),
  /** 停止招生: from this day on no newcomers, whatever `status` says. */
  newcomersEnd: date('newcomers_end', { mode: 'string' }),
  /** Phase-out: continuing candidates may enrol up to this day. */
  enrolUntil: date('enrol_until', { mode: 'string' }),
  /** 停发证书: the last month, as the notices give it, or the last day. */
  certificatesUntil: text('certificates_until'),
  source: text(),
});

/** 免考: a certificate, or an old course, that stands for a course whatever its name and code say. */
export const equivalences = pgTable(
  'equivalences',
  {
    basis: text().$type<'certificate' | 'passed'>().notNull(),
    /** Key of the certificate, or code of the old course. */
    old: text().notNull(),
    name: text().notNull(),
    course: text()
      .notNull()
      .references(() => courses.code),
    /** Whether the old one may have fewer credits. */
    fewerCredits: boolean('fewer_credits').notNull(),
    from: date({ mode: 'string' }).notNull(),
    until: date({ mode: 'string' }),
    /** How well it is known: the province's own text, another province's, published code, inferred. */
    grade: text().$type<'official' | 'otherProvince' | 'code' | 'inferred'>().notNull(),
    source: text().notNull(),
    position: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.basis, t.old, t.course] })],
);

/** Days that are not what their weekday says: holidays, and weekends that make up for them. */
export const workingDays = pgTable('working_days', {
  day: date({ mode: 'string' }).primaryKey(),
  working: boolean().notNull(),
  name: text().notNull(),
  /** `inferred`: the State Council has not announced it yet. */
  grade: text().$type<'official' | 'inferred'>().notNull(),
  source: text().notNull(),
});

/** Versioned; the newest `from` not in the future is in force. One that candidates follow is never changed. */
export const plans = pgTable(
  'plans',
  {
    major: text()
      .notNull()
      .references(() => majors.code),
    version: text().notNull(),
    from: date({ mode: 'string' }).notNull(),
    minCourses: integer('min_courses'),
    minCredits: numeric('min_credits', { mode: 'number' }),
    /** What graduation asks besides courses and credits, a sentence each. */
    conditions: jsonb().$type<string[]>().notNull().default([]),
    source: text(),
  },
  (t) => [primaryKey({ columns: [t.major, t.version] })],
);

/** What a plan asks of a group of its courses. A group without a row asks for all of them. */
export const planGroups = pgTable(
  'plan_groups',
  {
    major: text().notNull(),
    version: text().notNull(),
    name: text().notNull(),
    position: integer().notNull(),
    /** `all`: every course; `some`: by the least numbers, null where only those of the plan count. */
    rule: text().$type<'all' | 'some'>().notNull(),
    minCourses: integer('min_courses'),
    minCredits: numeric('min_credits', { mode: 'number' }),
    /** No more of its courses count than that: 任选一门. */
    maxCourses: integer('max_courses'),
    /** Thesis or design: after everything else, without credits. */
    last: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.major, t.version, t.name] }),
    foreignKey({ columns: [t.major, t.version], foreignColumns: [plans.major, plans.version] }).onDelete(
      'cascade',
    ),
  ],
);

export const planCourses = pgTable(
  'plan_courses',
  {
    major: text().notNull(),
    version: text().notNull(),
    course: text()
      .notNull()
      .references(() => courses.code),
    group: text().notNull(),
    position: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.major, t.version, t.course] }), index().on(t.course)],
);

/** What a session offers, and when. */
export const offerings = pgTable(
  'offerings',
  {
    session: text()
      .notNull()
      .references(() => examSessions.id),
    slot: text().notNull(),
    course: text()
      .notNull()
      .references(() => courses.code),
  },
  (t) => [primaryKey({ columns: [t.session, t.course] })],
);

/**
 * 须知, 简章, 隐私告知, 规则, 公告: every published version stays as it was (a trigger refuses the rest); the newest
 * published one is in force. A draft has no `publishedAt` yet.
 */
export const texts = pgTable(
  'texts',
  {
    id: text().primaryKey(),
    kind: text().$type<TextKind>().notNull(),
    version: text().notNull(),
    title: text().notNull(),
    body: text().notNull(),
    publishedAt: moment('published_at'),
    /** A later version of a notice: the first one, whose id is the public address. */
    of: text().references((): AnyPgColumn => texts.id),
    withdrawnAt: moment('withdrawn_at'),
    withdrawnReason: text('withdrawn_reason'),
    createdAt: moment('created_at')
      .notNull()
      .default(sql`app_now()`),
    /** The order of drafting, for what is published in one moment. */
    seq: bigint({ mode: 'bigint' }).notNull().generatedAlwaysAsIdentity(),
    /** Of this row, for If-Match. */
    revision: integer().notNull().default(1),
  },
  (t) => [
    index().on(t.kind, t.publishedAt),
    uniqueIndex('text_edition').on(
      t.kind,
      t.version,
      sql`coalesce(${t.of}, case when ${t.kind} = 'notice' then ${t.id} else '' end)`,
    ),
    check(
      'text_withdrawn',
      sql`(${t.withdrawnAt} is null) = (${t.withdrawnReason} is null) and (${t.withdrawnAt} is null or ${t.kind} = 'notice')`,
    ),
    check('text_of_notice', sql`${t.of} is null or ${t.kind} = 'notice'`),
  ],
);

/** Ready reasons of the reviewer. */
export const reasonChoices = pgTable('reason_choices', {
  code: text().primaryKey(),
  queue: text().notNull(),
  field: text().notNull(),
  label: text().notNull(),
  text: text().notNull(),
  position: integer().notNull(),
  /** No longer offered; kept for what it was used for. */
  retired: boolean().notNull().default(false),
});
