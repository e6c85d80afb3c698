import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { PictureKind } from '@zikao/contract/forms/fields';
import type { Judgement } from '@zikao/contract/measures';
import { bytea, moment } from '#platform/columns';
import { accounts } from '#tables/identity';

/** Re-encoded pictures; the bytes lie sealed in the file store under `file`. */
export const pictures = pgTable(
  'pictures',
  {
    id: uuid().primaryKey().defaultRandom(),
    owner: uuid()
      .notNull()
      .references(() => accounts.id),
    kind: text().$type<PictureKind>().notNull(),
    file: text().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    bytes: integer().notNull(),
    /** Normalised copy of the photo standard's exact size, made when the photo passes. */
    normalised: text(),
    /** Of a card's portrait side: sealed JSON of what was read on both sides; `reading` while a job is at it. */
    reading: bytea(),
    readingState: text('reading_state').$type<'reading' | 'ready' | 'unreadable'>(),
    readingJob: uuid('reading_job'),
    /** Taken at the desk. */
    atDesk: boolean('at_desk').notNull().default(false),
    at: moment()
      .notNull()
      .default(sql`app_now()`),
  },
  (t) => [index().on(t.owner)],
);

/** Every 提交验证: written when it is asked for, with its verdict, values and limits once it is judged. */
export const verifications = pgTable(
  'verifications',
  {
    id: uuid().primaryKey().defaultRandom(),
    candidate: uuid()
      .notNull()
      .references(() => accounts.id),
    /** Empty once the picture was replaced and removed. */
    picture: uuid().references(() => pictures.id, { onDelete: 'set null' }),
    /** Whose window it was asked for in. */
    district: text(),
    judgement: jsonb().$type<Judgement>(),
    at: moment()
      .notNull()
      .default(sql`app_now()`),
  },
  (t) => [index().on(t.candidate), index().on(t.picture)],
);
