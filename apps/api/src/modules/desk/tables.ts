import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { DeskKind, DeskState, SecondLook } from '@zikao/contract/desk/lifecycle';
import type { DeskActName } from '@zikao/contract/desk/papers';
import { bytea, moment } from '#platform/columns';
import { accounts } from '#tables/identity';

const OPEN = sql.raw(`state in ('confirming', 'waiting')`);

/** Phone changes and releases of ID numbers, each with what was seen, who agreed and how it ended. Never deleted. */
export const deskRequests = pgTable(
  'desk_requests',
  {
    id: uuid().primaryKey().defaultRandom(),
    kind: text().$type<DeskKind>().notNull(),
    state: text().$type<DeskState>().notNull(),
    /** The account it is about. */
    target: uuid()
      .notNull()
      .references(() => accounts.id),
    /** Of the officer who asked. */
    district: text().notNull(),
    by: uuid()
      .notNull()
      .references(() => accounts.id),
    byName: text('by_name').notNull(),
    reason: text().notNull(),
    papers: jsonb().$type<string[]>().notNull(),
    secondLook: text('second_look').$type<SecondLook>().notNull(),
    /** The account's owner undid an earlier one. */
    contested: boolean().notNull(),
    confirmedBy: text('confirmed_by'),
    confirmedAt: moment('confirmed_at'),
    effectiveAt: moment('effective_at'),
    /** Sealed, as they were when it was asked for. */
    idNumber: bytea('id_number').notNull(),
    oldPhone: bytea('old_phone').notNull(),
    newPhone: bytea('new_phone'),
    newPhoneIndex: bytea('new_phone_index'),
    /** Keyed, of the code sent to the old number. */
    undoIndex: bytea('undo_index').notNull().unique(),
    undoneBy: text('undone_by').$type<'owner' | 'office'>(),
    endedAt: moment('ended_at'),
    endNote: text('end_note'),
    at: moment()
      .notNull()
      .default(sql`app_now()`),
  },
  (t) => [
    uniqueIndex('desk_one_open').on(t.target).where(OPEN),
    uniqueIndex('desk_one_phone').on(t.newPhoneIndex).where(OPEN),
    index('desk_due').on(t.effectiveAt).where(sql.raw(`state = 'waiting'`)),
    index('desk_district').on(t.district, t.at, t.id),
    index('desk_all').on(t.at, t.id),
    index('desk_target').on(t.target, t.at),
    check(
      'desk_phone',
      sql`(${t.kind} = 'phone') = (${t.newPhone} is not null and ${t.newPhoneIndex} is not null)`,
    ),
    check('desk_waits', sql`${t.state} <> 'waiting' or ${t.effectiveAt} is not null`),
  ],
);

/** What was done at the desk, by whom, with what seen: receipts are printed from it. */
export const deskActs = pgTable(
  'desk_acts',
  {
    id: uuid().primaryKey().defaultRandom(),
    what: text().$type<DeskActName>().notNull(),
    candidate: uuid()
      .notNull()
      .references(() => accounts.id),
    district: text().notNull(),
    by: uuid()
      .notNull()
      .references(() => accounts.id),
    byName: text('by_name').notNull(),
    papers: jsonb().$type<string[]>().notNull(),
    /** The request it began. */
    request: uuid().references(() => deskRequests.id),
    at: moment()
      .notNull()
      .default(sql`app_now()`),
  },
  (t) => [index('desk_acts_candidate').on(t.candidate, t.at)],
);

/** Whom an officer found by a full number lately: who filed nothing yet is in reach of nobody else. */
export const deskLooks = pgTable(
  'desk_looks',
  {
    officer: uuid()
      .notNull()
      .references(() => accounts.id),
    candidate: uuid()
      .notNull()
      .references(() => accounts.id),
    at: moment()
      .notNull()
      .default(sql`app_now()`),
  },
  (t) => [primaryKey({ columns: [t.officer, t.candidate] })],
);
