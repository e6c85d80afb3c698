import { and, eq, inArray, notInArray, sql } from 'drizzle-orm';
import type { Ctx } from '#platform/context';
import { documents, documentUses } from './tables.ts';

export interface Naming {
  /** Whose documents; others are not named. */
  owner: string;
  /** The application. */
  subject: string;
  /** 0: its draft, whose naming is replaced. From 1: a submission, whose naming stays. */
  no: number;
  ids: readonly string[];
}

/**
 * Remembers which documents an application names, inside its transaction: they cannot be deleted from here on. Returns
 * those that are not there (any more), which a submission must refuse.
 */
export async function nameDocuments(ctx: Ctx, { owner, subject, no, ids }: Naming): Promise<string[]> {
  const found = ids.length ? await hold(ctx, owner, ids) : [];
  if (no === 0) await letGo(ctx, subject, found);
  if (found.length)
    await ctx.db
      .insert(documentUses)
      .values(found.map((document) => ({ document, subject, no })))
      .onConflictDoNothing();
  return ids.filter((id) => !found.includes(id));
}

/** Whoever deletes one of them waits for us, or was faster: then it is not found. */
async function hold(ctx: Ctx, owner: string, ids: readonly string[]): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.owner, owner), inArray(documents.id, [...ids])))
    .orderBy(documents.id)
    .for('key share');
  return rows.map(({ id }) => id);
}

async function letGo(ctx: Ctx, subject: string, kept: readonly string[]): Promise<void> {
  const gone = await ctx.db
    .delete(documentUses)
    .where(
      and(
        eq(documentUses.subject, subject),
        eq(documentUses.no, 0),
        kept.length ? notInArray(documentUses.document, [...kept]) : undefined,
      ),
    )
    .returning({ document: documentUses.document });
  const ids = gone.map(({ document }) => document);
  if (ids.length)
    await ctx.db
      .update(documents)
      .set({ neededAt: sql`app_now()` })
      .where(inArray(documents.id, ids));
}
