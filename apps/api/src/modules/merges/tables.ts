import { sql } from 'drizzle-orm';
import { bigint, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { MergeState } from '@zikao/contract/merges';
import { moment } from '#platform/columns';
import { accounts, admissionNumbers } from '#tables/identity';
import type { Moved } from './moved.ts';

/** 合档, each with all it takes to undo it exactly. An absorbed number is absorbed once, by constraint. */
export const merges = pgTable(
  'merges',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** The order of writing, also within one moment. */
    seq: bigint({ mode: 'bigint' }).notNull().generatedAlwaysAsIdentity(),
    state: text().$type<MergeState>().notNull().default('done'),
    surviving: text()
      .notNull()
      .references(() => admissionNumbers.number),
    absorbed: text()
      .notNull()
      .references(() => admissionNumbers.number),
    /** The account the person goes on with. */
    candidate: uuid()
      .notNull()
      .references(() => accounts.id),
    closed: uuid().references(() => accounts.id),
    /** Of the person, and of the number that came from elsewhere: both see it, the first undoes it. */
    district: text().notNull(),
    otherDistrict: text('other_district').notNull(),
    moved: jsonb().$type<Moved>().notNull(),
    reason: text().notNull(),
    by: uuid()
      .notNull()
      .references(() => accounts.id),
    at: moment()
      .notNull()
      .default(sql`app_now()`),
    undoUntil: moment('undo_until').notNull(),
    undoneBy: uuid('undone_by').references(() => accounts.id),
    undoneAt: moment('undone_at'),
    undoReason: text('undo_reason'),
  },
  (t) => [
    uniqueIndex('absorbed_once')
      .on(t.absorbed)
      .where(sql`${t.state} = 'done'`),
    index().on(t.at, t.id),
    index().on(t.district, t.at, t.id),
    index().on(t.otherDistrict, t.at, t.id),
    index().on(t.surviving),
    index().on(t.candidate),
  ],
);
