import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { PictureKind } from '@zikao/contract/forms/fields';
import { lockProfile, putDeskPhoto, putDeskPicture } from '#modules/candidates';
import { photoProfile } from '#modules/exams';
import { transaction, type Signed } from '#platform/context';
import { trace } from '#platform/trace';
import { standardCopy } from '#platform/verification';
import { storePicture, sweepPictures } from './store.ts';
import { pictures } from './tables.ts';
import { WANTED } from './wanted.ts';

/**
 * 现场采集: the officer's photo of a candidate of the own district, pending or rejected. Throws `picture.*`, `notFound`,
 * `conflict`. Not inside a transaction: files of pictures it replaces are removed once that is committed.
 */
export async function collectDeskPhoto(ctx: Signed, candidate: string, bytes: Buffer): Promise<void> {
  const store = await prepare(ctx, candidate, 'photo', bytes);
  await transaction(ctx, async (ctx) => {
    await putDeskPhoto(ctx, candidate, () => store(ctx));
    await trace(ctx, { subject: `profile:${candidate}`, candidate });
  });
  await sweepPictures(ctx, candidate);
  ctx.wake();
}

/**
 * Photo or card taken or scanned at the desk, for somebody the officer has in reach; `note` is written with it. Once
 * there is a photo, everything is checked as 提交验证 would, in the background.
 */
export async function collectDeskPicture(
  ctx: Signed,
  { candidate, kind, bytes }: { candidate: string; kind: PictureKind; bytes: Buffer },
  note: (ctx: Signed) => Promise<void>,
): Promise<void> {
  const store = await prepare(ctx, candidate, kind, bytes);
  await transaction(ctx, async (ctx) => {
    await putDeskPicture(ctx, candidate, kind, () => store(ctx));
    await note(ctx);
    const { row } = await lockProfile(ctx, candidate);
    if (row.photo && row.photoState === 'collected')
      await ctx.jobs.enqueue(ctx.db, 'checkDeskPictures', randomUUID(), { candidate });
  });
  await sweepPictures(ctx, candidate);
  ctx.wake();
}

/** Decodes and re-encodes it, outside any transaction; gives what stores it inside one. */
async function prepare(ctx: Signed, owner: string, kind: PictureKind, bytes: Buffer) {
  const picture = await ctx.images.normalise(bytes, WANTED[kind], ctx.contentType);
  const copy =
    kind === 'photo'
      ? await ctx.images.normalise(picture.bytes, standardCopy(await photoProfile(ctx)))
      : undefined;
  return async (ctx: Signed): Promise<string> => {
    const { id } = await storePicture(ctx, owner, kind, picture, true);
    if (copy) {
      const normalised = await ctx.files.put(owner, copy.bytes);
      await ctx.db.update(pictures).set({ normalised }).where(eq(pictures.id, id));
    }
    return id;
  };
}
