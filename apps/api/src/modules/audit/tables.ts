import { sql } from 'drizzle-orm';
import { bigint, date, pgTable } from 'drizzle-orm/pg-core';
import { bytea, moment } from '#platform/columns';

/** The chain over the entries, one link each, made in order shortly after the entry. */
export const auditLinks = pgTable('audit_links', {
  seq: bigint({ mode: 'bigint' }).primaryKey(),
  hash: bytea().notNull(),
  at: moment()
    .notNull()
    .default(sql`app_now()`),
});

/** The head of each finished day, signed. */
export const auditHeads = pgTable('audit_heads', {
  day: date({ mode: 'string' }).primaryKey(),
  lastSeq: bigint('last_seq', { mode: 'bigint' }).notNull(),
  entries: bigint({ mode: 'bigint' }).notNull(),
  hash: bytea().notNull(),
  signature: bytea().notNull(),
});
