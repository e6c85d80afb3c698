import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { Document } from '@zikao/contract/documents';
import { bytea, moment } from '#platform/columns';
import { accounts } from '#tables/identity';

export interface StoredPage {
  file: string;
  width: number;
  height: number;
}

/** Files of a person's own store; their bytes lie sealed in the file store, named under the document's id. */
export const documents = pgTable(
  'documents',
  {
    id: uuid().primaryKey(),
    owner: uuid()
      .notNull()
      .references(() => accounts.id),
    /** Keyed fingerprint of owner and bytes as sent: the same file is kept once. */
    digest: bytea().notNull(),
    /** Sealed: people put names and numbers into it. */
    name: bytea().notNull(),
    kind: text().$type<Document['kind']>().notNull(),
    /** Of what is kept: a re-encoded picture, a PDF written anew. */
    bytes: integer().notNull(),
    file: text().notNull(),
    thumbnail: text().notNull(),
    pages: jsonb().$type<StoredPage[]>().notNull(),
    at: moment()
      .notNull()
      .default(sql`app_now()`),
    /** When it was last uploaded or let go of: what nobody names goes some time after that. */
    neededAt: moment('needed_at')
      .notNull()
      .default(sql`app_now()`),
  },
  (t) => [unique().on(t.owner, t.digest), index().on(t.neededAt)],
);

/**
 * Who names a document: an application with its draft (`no` 0) or with a submission (from 1). A named document cannot
 * be deleted; officers in charge of the application see what its submissions name.
 */
export const documentUses = pgTable(
  'document_uses',
  {
    document: uuid()
      .notNull()
      .references(() => documents.id),
    subject: uuid().notNull(),
    no: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.document, t.subject, t.no] }), index().on(t.subject, t.no)],
);
