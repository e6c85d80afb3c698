import { and, eq, sql } from 'drizzle-orm';
import { MAX_DOCUMENTS, type Document } from '@zikao/contract/documents';
import { transaction, type Signed } from '#platform/context';
import { count } from '#platform/limit';
import { Problem } from '#platform/problem';
import { detectKind } from './detect-kind.ts';
import { prepare } from './draw-pages.ts';
import { type DocumentRow, isUsed, toDocument } from './find.ts';
import { digestOf, sealName } from './seal.ts';
import { removeFiles, storeFiles } from './store.ts';
import { documents } from './tables.ts';

const UPLOADS_PER_HOUR = 120;

/**
 * Takes a file into a person's store: the caller's own, or that of the candidate whose case an officer holds. One that is
 * there already is given back under its new name, without opening it.
 */
export async function uploadDocument(
  ctx: Signed,
  name: string,
  file: Buffer,
  owner = ctx.actor.id,
): Promise<Document> {
  const kind = detectKind(file);
  const digest = digestOf(ctx.keys, owner, file);
  const known = await findAgain(ctx, owner, digest, name);
  if (known) return known;
  const retryAfter = await count(ctx, `document:${ctx.actor.id}`, UPLOADS_PER_HOUR, 3600);
  if (retryAfter) throw new Problem('document.tooOften', { retryAfter });
  await refuseTooMany(ctx, owner);
  const stored = await storeFiles(ctx, crypto.randomUUID(), await prepare(ctx, kind, file));
  const row = await enter(ctx, { ...stored, owner, digest, name: sealName(ctx.keys, name) }).catch(giveUp);
  if (row) return toDocument(ctx, row, false);
  // The same file came twice at once, and the other was faster.
  await removeFiles(ctx, stored);
  return (await findAgain(ctx, owner, digest, name)) ?? giveUp(new Problem('conflict'));

  async function giveUp(error: unknown): Promise<never> {
    await removeFiles(ctx, stored);
    throw error;
  }
}

async function findAgain(
  ctx: Signed,
  owner: string,
  digest: Buffer,
  name: string,
): Promise<Document | undefined> {
  const [found] = await ctx.db
    .update(documents)
    .set({ name: sealName(ctx.keys, name), neededAt: sql`app_now()` })
    .where(and(eq(documents.owner, owner), eq(documents.digest, digest)))
    .returning({ row: documents, used: isUsed });
  return found && toDocument(ctx, found.row, found.used);
}

/** Counted while nobody else enters one for this person, so that many at once do not get past it. */
function enter(ctx: Signed, row: typeof documents.$inferInsert): Promise<DocumentRow | undefined> {
  return transaction(ctx, async (ctx) => {
    await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`documents ${row.owner}`}, 0))`);
    await refuseTooMany(ctx, row.owner);
    const [entered] = await ctx.db.insert(documents).values(row).onConflictDoNothing().returning();
    return entered;
  });
}

async function refuseTooMany(ctx: Signed, owner: string): Promise<void> {
  const kept = await ctx.db.$count(documents, eq(documents.owner, owner));
  if (kept >= MAX_DOCUMENTS) throw new Problem('document.tooMany');
}
