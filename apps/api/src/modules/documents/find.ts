import { and, desc, eq, gt, sql } from 'drizzle-orm';
import type { Document } from '@zikao/contract/documents';
import type { Ctx, Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { openName } from './seal.ts';
import { documents, documentUses } from './tables.ts';

export type DocumentRow = typeof documents.$inferSelect;

export const isUsed = sql<boolean>`exists (select from ${documentUses} where ${documentUses.document} = ${documents.id})`;

/** As its owner sees it, or (`used` left out) whoever is shown it. */
export function toDocument({ keys }: Pick<Ctx, 'keys'>, row: DocumentRow, used?: boolean): Document {
  const { id, kind, bytes, pages, at } = row;
  const sizes = pages.map(({ width, height }) => ({ width, height }));
  const name = openName(keys, row);
  return { id, name, kind, bytes, pages: sizes, at: at.toISOString(), ...(used !== undefined && { used }) };
}

/** A person's documents, the caller's own unless told otherwise, the latest first. */
export async function ownDocuments(ctx: Signed, owner = ctx.actor.id): Promise<Document[]> {
  const rows = await ctx.db
    .select({ row: documents, used: isUsed })
    .from(documents)
    .where(eq(documents.owner, owner))
    .orderBy(desc(documents.at), desc(documents.id));
  return rows.map(({ row, used }) => toDocument(ctx, row, used));
}

/** A document that is the caller's own; else `notFound`. */
export async function getOwn(ctx: Signed, id: string): Promise<DocumentRow> {
  const [row] = await ctx.db
    .select()
    .from(documents)
    .where(and(eq(documents.id, id), eq(documents.owner, ctx.actor.id)));
  if (!row) throw new Problem('notFound');
  return row;
}

/** A document the caller may see: their own, or as an officer one that a submission they are in charge of names. */
export async function getShown(ctx: Signed, id: string): Promise<DocumentRow> {
  const [row] = await ctx.db.select().from(documents).where(eq(documents.id, id));
  if (row?.owner === ctx.actor.id) return row;
  if (!row || ctx.actor.role === 'candidate') throw new Problem('notFound');
  const named = await ctx.db
    .selectDistinct({ subject: documentUses.subject })
    .from(documentUses)
    .where(and(eq(documentUses.document, id), gt(documentUses.no, 0)));
  const subjects = named.map(({ subject }) => subject);
  if (subjects.length === 0 || !(await ctx.inCharge(ctx, subjects))) throw new Problem('notFound');
  return row;
}
