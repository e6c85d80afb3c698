import { and, eq, inArray, notInArray, or } from 'drizzle-orm';
import type { PictureKind } from '@zikao/contract/forms/fields';
import { lockProfile, picturesInUse } from '#modules/candidates';
import { transaction, type Ctx } from '#platform/context';
import type { Picture } from '#platform/images';
import { pictures } from './tables.ts';

export type PictureRow = typeof pictures.$inferSelect;

/** Throws when it is gone: the working draft and submissions name none that is. */
export async function getPicture(ctx: Ctx, id: string): Promise<PictureRow> {
  const [row] = await ctx.db.select().from(pictures).where(eq(pictures.id, id));
  if (!row) throw new Error('a picture is gone');
  return row;
}

/**
 * Stores a re-encoded picture for its owner. Inside a transaction that holds the owner's profile: whoever removes files
 * holds it too, so a file is never removed between being stored and being named.
 */
export async function storePicture(
  ctx: Ctx,
  owner: string,
  kind: PictureKind,
  { bytes, width, height }: Picture,
  atDesk = false,
): Promise<PictureRow> {
  const file = await ctx.files.put(owner, bytes);
  const [row] = await ctx.db
    .insert(pictures)
    .values({ owner, kind, file, width, height, bytes: bytes.length, atDesk })
    .returning();
  return row!;
}

/** Removes what neither the draft nor a submission shows any more: first the rows, then the files nobody names. */
export async function sweepPictures<C extends Ctx>(ctx: C, owner: string): Promise<void> {
  const gone = await transaction(ctx, async (ctx) => {
    const used = [...(await picturesInUse(ctx, owner))];
    return ctx.db
      .delete(pictures)
      .where(and(eq(pictures.owner, owner), used.length ? notInArray(pictures.id, used) : undefined))
      .returning();
  });
  await removeFiles(
    ctx,
    owner,
    gone.flatMap(({ file, normalised }) => [file, normalised ?? file]),
  );
}

/** Removes files that no picture names. A crash before this leaves a sealed file behind, never a picture without one. */
export async function removeFiles<C extends Pick<Ctx, 'db' | 'keys' | 'files'>>(
  ctx: C,
  owner: string,
  keys: string[],
): Promise<void> {
  if (keys.length === 0) return;
  await transaction(ctx, async (ctx) => {
    await lockProfile(ctx, owner);
    const named = await ctx.db
      .select({ file: pictures.file, normalised: pictures.normalised })
      .from(pictures)
      .where(or(inArray(pictures.file, keys), inArray(pictures.normalised, keys)));
    const kept = new Set(named.flatMap(({ file, normalised }) => [file, normalised]));
    for (const key of new Set(keys)) if (!kept.has(key)) await ctx.files.remove(key);
  });
}
