import type { Given } from '@zikao/contract/endpoint';
import type { uploadPicture as endpoint } from '@zikao/contract/candidates';
import type { PictureKind } from '@zikao/contract/forms/fields';
import { changeProfile, NO_VERIFICATION, ownProfile, photoSubject, refuseClosed } from '#modules/candidates';
import { act } from '#platform/act';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { storePicture, sweepPictures, type PictureRow } from './store.ts';
import { WANTED } from './wanted.ts';

/** Takes a picture of the card or the photo into the working draft; the one it replaces goes unless it was submitted. */
export async function uploadPicture(
  ctx: Signed,
  kind: PictureKind,
  bytes: Buffer,
): Promise<Given<typeof endpoint>> {
  refuseClosed((await ownProfile(ctx)).row);
  const picture = await ctx.images.normalise(bytes, WANTED[kind], ctx.contentType);
  let row: PictureRow | undefined;
  const saved = await changeProfile(ctx, async (ctx, file) => {
    if (kind === 'photo' && file.row.photoState === 'collected')
      throw new Problem('conflict', '照片已由考区现场采集，不需要再上传。');
    row = await storePicture(ctx, ctx.actor.id, kind, picture);
    if (kind !== 'photo') return { answers: { ...file.answers, [kind]: row.id }, confirmed: false };
    await act(ctx, photoSubject, 'upload', ctx.actor.id, { set: NO_VERIFICATION });
    return { photo: row.id, judgement: null };
  });
  await sweepPictures(ctx, ctx.actor.id);
  const { id, width, height, bytes: size } = row!;
  return { picture: { id, kind, width, height, bytes: size }, ...saved };
}
