import { sql } from 'drizzle-orm';
import { bigint, boolean, date, pgTable } from 'drizzle-orm/pg-core';
import { bytea, moment } from '#platform/columns';

/** The chain over the entries: one link each, made in the entries' order. `position` counts from 1 without gaps. */
export const auditLinks = pgTable('audit_links', {
  seq: bigint({ mode: 'bigint' }).primaryKey(),
  position: bigint({ mode: 'number' }).notNull().unique(),
  hash: bytea().notNull(),
  at: moment()
    .notNull()
    .default(sql`app_now()`),
});

const end = () => ({
  lastSeq: bigint('last_seq', { mode: 'bigint' }).notNull(),
  entries: bigint({ mode: 'number' }).notNull(),
  hash: bytea().notNull(),
  signature: bytea().notNull(),
});

/** One row: the signed end of the chain as it is now. It moves with every sealing; without it a cut tail would not show. */
export const auditTip = pgTable('audit_tip', {
  one: boolean().primaryKey().default(true),
  ...end(),
  at: moment().notNull(),
});

/** The signed end of each finished day, for export. */
export const auditHeads = pgTable('audit_heads', { day: date({ mode: 'string' }).primaryKey(), ...end() });
