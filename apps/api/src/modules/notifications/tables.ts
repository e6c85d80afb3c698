import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
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
    /** Whether an SMS goes with it, and when its channel took it. */
    sms: boolean().notNull().default(false),
    smsAt: moment('sms_at'),
    at: moment()
      .notNull()
      .default(sql`app_now()`),
  },
  (t) => [unique().on(t.account, t.source), index().on(t.account, t.at)],
);

/** What the province says instead of the product's own words, by event; an older text stays for the trail. */
export const messageTexts = pgTable(
  'message_texts',
  {
    event: text().notNull(),
    version: integer().notNull(),
    /** Null: from this version on the product's own words again. */
    title: text(),
    body: text(),
    sms: text(),
    by: uuid()
      .notNull()
      .references(() => accounts.id),
    at: moment()
      .notNull()
      .default(sql`app_now()`),
  },
  (t) => [primaryKey({ columns: [t.event, t.version] })],
);

/** Who wants no SMS but those that must be. */
export const smsRefusals = pgTable('sms_refusals', {
  account: uuid()
    .primaryKey()
    .references(() => accounts.id),
  at: moment()
    .notNull()
    .default(sql`app_now()`),
});

/** Who was reminded of which deadline: once each, however often it is looked for. */
export const reminders = pgTable(
  'reminders',
  {
    account: uuid()
      .notNull()
      .references(() => accounts.id),
    deadline: text().notNull(),
    at: moment()
      .notNull()
      .default(sql`app_now()`),
  },
  (t) => [primaryKey({ columns: [t.account, t.deadline] })],
);

/** From the province to districts; none named: to all. A withdrawn one stays for the trail. */
export const announcements = pgTable(
  'announcements',
  {
    id: uuid().primaryKey().defaultRandom(),
    title: text().notNull(),
    body: text().notNull(),
    districts: text().array().notNull(),
    by: uuid()
      .notNull()
      .references(() => accounts.id),
    at: moment()
      .notNull()
      .default(sql`app_now()`),
    withdrawnAt: moment('withdrawn_at'),
  },
  (t) => [index().on(t.at, t.id)],
);

export const announcementReads = pgTable(
  'announcement_reads',
  {
    announcement: uuid()
      .notNull()
      .references(() => announcements.id),
    account: uuid()
      .notNull()
      .references(() => accounts.id),
    at: moment()
      .notNull()
      .default(sql`app_now()`),
  },
  (t) => [primaryKey({ columns: [t.announcement, t.account] })],
);
