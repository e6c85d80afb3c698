import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { moment } from '#platform/columns';
import { accounts } from '#tables/identity';

/** In-app messages. `source`: the outbox row it comes from, so that delivering twice writes once. */
export const messages = pgTable(
  'messages',
  {
    id: uuid().primaryKey().defaultRandom(),
    account: uuid()
      .notNull()
      .references(() => accounts.id),
    source: text().notNull(),
    title: text().notNull(),
    body: text().notNull(),
    link: text(),
    read: boolean().notNull().default(false),
    at: moment()
      .notNull()
      .default(sql`app_now()`),
  },
  (t) => [unique().on(t.account, t.source), index().on(t.account, t.at)],
);
