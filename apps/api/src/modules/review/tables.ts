import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import type { Queue } from '@zikao/contract/review';
import { moment } from '#platform/columns';
import { accounts } from '#tables/identity';

/** Who holds a case, until when. */
export const claims = pgTable(
  'claims',
  {
    queue: text().$type<Queue>().notNull(),
    subject: uuid().notNull(),
    officer: uuid()
      .notNull()
      .references(() => accounts.id),
    since: moment()
      .notNull()
      .default(sql`app_now()`),
    until: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.queue, t.subject] }), index().on(t.officer)],
);

/** Decisions taken, for history and statistics. `seconds`: from claiming to deciding. */
export const decisions = pgTable(
  'decisions',
  {
    id: uuid().primaryKey().defaultRandom(),
    queue: text().$type<Queue>().notNull(),
    subject: uuid().notNull(),
    no: integer().notNull(),
    officer: uuid()
      .notNull()
      .references(() => accounts.id),
    decision: text().$type<'approve' | 'reject'>().notNull(),
    seconds: integer().notNull(),
    at: moment()
      .notNull()
      .default(sql`app_now()`),
  },
  (t) => [index().on(t.officer, t.at), index().on(t.subject)],
);
