import { and, eq, inArray, notInArray } from 'drizzle-orm';
import type { Ctx } from '#platform/context';
import { documents, documentUses } from './tables.ts';

/** 合档: the files of one account become another's; which they were. */
export async function joinDocuments(
  ctx: Pick<Ctx, 'db'>,
  { from, to }: { from: string; to: string },
): Promise<string[]> {
  const moved = await ctx.db
    .update(documents)
    .set({ owner: to })
    .where(eq(documents.owner, from))
    .returning({ id: documents.id });
  return moved.map(({ id }) => id);
}

/**
 * Gives them back, those that are still there. False, and nothing is changed: an application that is not among
 * `subjects`, which go back with them, names one by now.
 */
export async function partDocuments(
  ctx: Pick<Ctx, 'db'>,
  to: string,
  ids: readonly string[],
  subjects: readonly string[],
): Promise<boolean> {
  if (ids.length === 0) return true;
  const others = subjects.length > 0 ? notInArray(documentUses.subject, [...subjects]) : undefined;
  if (await ctx.db.$count(documentUses, and(inArray(documentUses.document, [...ids]), others))) return false;
  await ctx.db
    .update(documents)
    .set({ owner: to })
    .where(inArray(documents.id, [...ids]));
  return true;
}
