import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { PrintState, RoomPaper } from '@zikao/contract/prints';
import { moment } from '#platform/columns';
import { examSessions } from '#tables/exams';
import { accounts } from '#tables/identity';
import { venues } from '#tables/seating';

/** One file of a print, sealed in the store. */
export interface PrintedFile {
  name: string;
  file: string;
}

/** 成批打印: a venue's papers, one file per room and half-day; they go after a day. */
export const prints = pgTable(
  'prints',
  {
    id: uuid().primaryKey().defaultRandom(),
    state: text().$type<PrintState>().notNull().default('waiting'),
    session: text()
      .notNull()
      .references(() => examSessions.id),
    venue: uuid()
      .notNull()
      .references(() => venues.id, { onDelete: 'cascade' }),
    /** As it was called then. */
    venueName: text('venue_name').notNull(),
    /** Of the venue: who may see it. */
    district: text().notNull(),
    paper: text().$type<RoomPaper>().notNull(),
    /** Null: every half-day. */
    slot: text(),
    done: integer().notNull().default(0),
    total: integer().notNull(),
    files: jsonb().$type<PrintedFile[]>().notNull().default([]),
    missing: jsonb().$type<string[]>().notNull().default([]),
    by: uuid()
      .notNull()
      .references(() => accounts.id),
    byName: text('by_name').notNull(),
    /** In the trail: everybody printed can read it. Null: begun before the trail knew them. */
    entry: bigint({ mode: 'bigint' }),
    at: moment()
      .notNull()
      .default(sql`app_now()`),
    readyAt: moment('ready_at'),
  },
  (t) => [index('prints_of_district').on(t.district, t.at), index('prints_by_age').on(t.at)],
);
