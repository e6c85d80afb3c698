import { and, eq } from 'drizzle-orm';
import type { PictureKind } from '@zikao/contract/forms/fields';
import { act, emit } from '#platform/act';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { sealAnswers } from './answers.ts';
import { findMine } from './find-mine.ts';
import { lockProfile, NO_VERIFICATION, type ProfileFile, refuseClosed } from './own-profile.ts';
import { photoSubject } from './subject.ts';
import { findSubmission, sealSubmission } from './submission.ts';
import { profiles, profileSubmissions } from './tables.ts';

/**
 * Puts a photo taken at the desk in, stored by `take` once nothing speaks against it: of a waiting submission, which shows it from now on, or of a rejected profile,
 * whose next submission will. Inside the caller's transaction. Throws `notFound`, `conflict`.
 */
export async function putDeskPhoto(ctx: Signed, id: string, take: () => Promise<string>): Promise<void> {
  const file = await findMine(ctx, id);
  if (file.row.state !== 'pending' && file.row.state !== 'rejected') throw new Problem('conflict');
  await put(ctx, file, 'photo', await take());
}

/**
 * The same for any picture, and also for somebody who has submitted nothing yet and so belongs to no district: whoever
 * calls has seen to it that they are in reach. Throws `notFound` (another district has them), `profile.closed`.
 */
export async function putDeskPicture(
  ctx: Signed,
  id: string,
  kind: PictureKind,
  take: () => Promise<string>,
): Promise<void> {
  await ctx.db.insert(profiles).values({ id }).onConflictDoNothing();
  const file = await lockProfile(ctx, id);
  const { submission, district } = file.row;
  if (submission > 0 && district !== ctx.actor.district) throw new Problem('notFound');
  refuseClosed(file.row);
  await put(ctx, file, kind, await take());
}

async function put(ctx: Signed, file: ProfileFile, kind: PictureKind, picture: string): Promise<void> {
  const { row } = file;
  if (kind === 'photo') {
    const set = { ...NO_VERIFICATION, photo: picture, judgement: null, version: row.version + 1 };
    await act(ctx, photoSubject, 'collect', row.id, { set });
  } else await putCard(ctx, file, kind, picture);
  if (row.state === 'pending') await renewSubmission(ctx, file, kind, picture);
  if (kind === 'photo') await emit(ctx, 'photo.collected', { candidate: row.id });
  else await emit(ctx, 'card.collected', { candidate: row.id });
}

/** What is being verified would no longer be what the file shows. */
async function putCard(
  ctx: Signed,
  { row, answers, person }: ProfileFile,
  kind: PictureKind,
  picture: string,
): Promise<void> {
  if (row.photoState === 'verifying')
    await act(ctx, photoSubject, 'giveBack', row.id, { as: 'system', set: NO_VERIFICATION });
  await ctx.db
    .update(profiles)
    .set({
      answers: sealAnswers(ctx.keys, { ...answers, [kind]: picture }, person),
      version: row.version + 1,
    })
    .where(eq(profiles.id, row.id));
}

/** A waiting submission shows the new picture, in its rows as well: what is approved is what the officer saw. */
async function renewSubmission(
  ctx: Signed,
  { row }: ProfileFile,
  kind: PictureKind,
  picture: string,
): Promise<void> {
  const submission = await findSubmission(ctx, row.id, row.submission);
  if (!submission) return;
  const { answers, groups, pictures } = submission;
  const renewed = groups.map((group) => ({
    ...group,
    rows: group.rows.map((line) => (line.key === kind ? { ...line, text: '已上传', picture } : line)),
  }));
  await ctx.db
    .update(profileSubmissions)
    .set({
      pictures: { ...pictures, [kind]: picture },
      judgement: null,
      ...(kind === 'photo'
        ? { photoState: 'collected' as const }
        : { ...sealSubmission(ctx.keys, { ...answers, [kind]: picture }, renewed), card: null }),
    })
    .where(and(eq(profileSubmissions.profile, row.id), eq(profileSubmissions.no, row.submission)));
}
