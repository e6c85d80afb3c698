import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { SeatingState, SeatOrigin } from '@zikao/contract/seating';
import { bytea, moment } from '#platform/columns';
import { enrolments } from '#tables/enrolments';
import { districts, examSessions } from '#tables/exams';
import { accounts } from '#tables/identity';
import type { SeatingReport, Shortfall } from './plan/index.ts';

/** 考点. Its code is unique in the province; name and address are what the 通知单 prints. */
export const venues = pgTable('venues', {
  id: uuid().primaryKey().defaultRandom(),
  district: text()
    .notNull()
    .references(() => districts.code),
  code: text().notNull().unique('venue_code'),
  name: text().notNull(),
  address: text().notNull(),
  /** Not used for seating while false; published seats there stay. */
  inUse: boolean('in_use').notNull().default(true),
  version: integer().notNull().default(1),
});

/** 考场: seats are numbered from 1 in snake order, down the first column, up the second. */
export const rooms = pgTable(
  'rooms',
  {
    id: uuid().primaryKey().defaultRandom(),
    venue: uuid()
      .notNull()
      .references(() => venues.id, { onDelete: 'cascade' }),
    no: text().notNull(),
    rows: integer().notNull().default(5),
    columns: integer().notNull().default(6),
    /** Seats in use, the first of `rows × columns`. */
    capacity: integer().notNull().default(30),
    accessible: boolean().notNull().default(false),
    position: integer().notNull(),
  },
  (t) => [
    unique('room_no').on(t.venue, t.no),
    check('room_size', sql`${t.rows} between 1 and 30 and ${t.columns} between 1 and 30`),
    check('room_capacity', sql`${t.capacity} between 1 and ${t.rows} * ${t.columns}`),
  ],
);

/** Who needs a room that can be reached without steps, in one session. */
export const seatingNeeds = pgTable(
  'seating_needs',
  {
    session: text()
      .notNull()
      .references(() => examSessions.id),
    candidate: uuid()
      .notNull()
      .references(() => accounts.id),
    reason: text().notNull(),
    by: uuid()
      .notNull()
      .references(() => accounts.id),
    at: moment()
      .notNull()
      .default(sql`app_now()`),
  },
  (t) => [primaryKey({ columns: [t.session, t.candidate] })],
);

/**
 * 编排: a dry run until it is published. The hash of the seed stands here before anything is planned, the seed itself,
 * sealed, until publication shows it.
 */
export const seatingRuns = pgTable(
  'seating_runs',
  {
    id: uuid().primaryKey().defaultRandom(),
    session: text()
      .notNull()
      .references(() => examSessions.id),
    no: integer().notNull(),
    state: text().$type<SeatingState>().notNull().default('planning'),
    seedHash: text('seed_hash').notNull(),
    seedSealed: bytea('seed_sealed').notNull(),
    /** Share done, 0 to 1. */
    progress: real().notNull().default(0),
    report: jsonb().$type<SeatingReport>(),
    shortfalls: jsonb().$type<Shortfall[]>(),
    /** Why it failed, when not for want of seats. */
    fault: text(),
    by: uuid()
      .notNull()
      .references(() => accounts.id),
    at: moment()
      .notNull()
      .default(sql`app_now()`),
    publishedAt: moment('published_at'),
    withdrawnAt: moment('withdrawn_at'),
    reason: text(),
  },
  (t) => [
    unique('seating_run_no').on(t.session, t.no),
    uniqueIndex('one_published_run')
      .on(t.session)
      .where(sql`${t.state} = 'published'`),
  ],
);

/** The rooms as they were when a run began, in the order in which it filled them: later changes move no seat. */
export const seatingRooms = pgTable(
  'seating_rooms',
  {
    id: uuid().primaryKey().defaultRandom(),
    run: uuid()
      .notNull()
      .references(() => seatingRuns.id, { onDelete: 'cascade' }),
    venue: uuid()
      .notNull()
      .references(() => venues.id),
    no: text().notNull(),
    rows: integer().notNull(),
    columns: integer().notNull(),
    capacity: integer().notNull(),
    accessible: boolean().notNull(),
    position: integer().notNull(),
  },
  (t) => [unique('seating_room').on(t.run, t.venue, t.no), unique('room_of_run').on(t.run, t.id)],
);

/**
 * Who sits where. One seat per person and half-day, one person per seat (`one_person_per_seat` is deferrable, for two
 * who change places; see the migration). `planned…`: where the run put them; null for who came late.
 */
export const seats = pgTable(
  'seats',
  {
    id: uuid().primaryKey().defaultRandom(),
    run: uuid()
      .notNull()
      .references(() => seatingRuns.id, { onDelete: 'cascade' }),
    enrolment: uuid()
      .notNull()
      .references(() => enrolments.id),
    candidate: uuid()
      .notNull()
      .references(() => accounts.id),
    /** The number the lot was drawn with. */
    admissionNumber: text('admission_number').notNull(),
    district: text().notNull(),
    slot: text().notNull(),
    course: text().notNull(),
    accessible: boolean().notNull().default(false),
    room: uuid().notNull(),
    seat: integer().notNull(),
    origin: text().$type<SeatOrigin>().notNull().default('run'),
    plannedRoom: uuid('planned_room'),
    plannedSeat: integer('planned_seat'),
  },
  (t) => [
    unique('one_seat_per_slot').on(t.run, t.candidate, t.slot),
    foreignKey({ columns: [t.run, t.room], foreignColumns: [seatingRooms.run, seatingRooms.id] }).onDelete(
      'cascade',
    ),
    check('seat_counts_from_1', sql`${t.seat} >= 1`),
    check('planned_place', sql`(${t.plannedRoom} is null) = (${t.plannedSeat} is null)`),
    check('late_was_not_planned', sql`${t.origin} <> 'late' or ${t.plannedRoom} is null`),
    index('seats_of_candidate').on(t.candidate),
    index('seats_of_room').on(t.room, t.slot),
  ],
);

/** 座位调整 by hand, and who was added late: from where to where and why. Append-only. */
export const seatChanges = pgTable(
  'seat_changes',
  {
    seq: bigint({ mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity(),
    run: uuid()
      .notNull()
      .references(() => seatingRuns.id),
    seat: uuid().notNull(),
    fromRoom: uuid('from_room'),
    fromSeat: integer('from_seat'),
    toRoom: uuid('to_room').notNull(),
    toSeat: integer('to_seat').notNull(),
    reason: text().notNull(),
    by: uuid()
      .notNull()
      .references(() => accounts.id),
    at: moment()
      .notNull()
      .default(sql`app_now()`),
  },
  (t) => [index().on(t.run, t.seat)],
);
