import { eq } from 'drizzle-orm';
import { putDeskPhoto } from '#modules/candidates';
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
  const picture = await ctx.images.normalise(bytes, WANTED.photo, ctx.contentType);
  const copy = await ctx.images.normalise(picture.bytes, standardCopy(await photoProfile(ctx)));
  await transaction(ctx, async (ctx) => {
    await putDeskPhoto(ctx, candidate, async () => {
      const { id } = await storePicture(ctx, candidate, 'photo', picture, true);
      const normalised = await ctx.files.put(candidate, copy.bytes);
      await ctx.db.update(pictures).set({ normalised }).where(eq(pictures.id, id));
      return id;
    });
    await trace(ctx, { subject: `profile:${candidate}`, candidate });
  });
  await sweepPictures(ctx, candidate);
  ctx.wake();
}
