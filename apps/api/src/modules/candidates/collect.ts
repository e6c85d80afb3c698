import { and, eq } from 'drizzle-orm';
import { act, emit } from '#platform/act';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { findMine } from './find-mine.ts';
import { NO_VERIFICATION } from './own-profile.ts';
import { photoSubject } from './subject.ts';
import { findSubmission } from './submission.ts';
import { profileSubmissions } from './tables.ts';

/**
 * Puts a photo taken at the desk in, stored by `take` once nothing speaks against it: of a waiting submission, which shows it from now on, or of a rejected profile,
 * whose next submission will. Inside the caller's transaction. Throws `notFound`, `conflict`.
 */
export async function putDeskPhoto(ctx: Signed, id: string, take: () => Promise<string>): Promise<void> {
  const { row } = await findMine(ctx, id);
  if (row.state !== 'pending' && row.state !== 'rejected') throw new Problem('conflict');
  const picture = await take();
  await act(ctx, photoSubject, 'collect', id, {
    set: { ...NO_VERIFICATION, photo: picture, judgement: null, version: row.version + 1 },
  });
  const submission = row.state === 'pending' && (await findSubmission(ctx, id, row.submission));
  if (submission)
    await ctx.db
      .update(profileSubmissions)
      .set({
        pictures: { ...submission.pictures, photo: picture },
        photoState: 'collected',
        judgement: null,
      })
      .where(and(eq(profileSubmissions.profile, id), eq(profileSubmissions.no, row.submission)));
  await emit(ctx, 'photo.collected', { candidate: id });
}
