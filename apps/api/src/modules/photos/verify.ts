import { eq } from 'drizzle-orm';
import type { Profile } from '@zikao/contract/candidates';
import type { PhotoProfile } from '@zikao/contract/measures';
import {
  choiceNeeded,
  lockProfile,
  ownProfile,
  photoSubject,
  type ProfileFile,
  requireReady,
  showProfile,
  submitProfile,
} from '#modules/candidates';
import { photoProfile } from '#modules/exams';
import { act } from '#platform/act';
import { transaction, type Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { standardCopy } from '#platform/verification';
import { giveBack, settle, type Judged, type Try } from './settle.ts';
import { pictures } from './tables.ts';

/**
 * 提交验证. Begun, judged outside any transaction, settled: passed is submitted to the district at once, failed counts.
 * When no judgement comes about, no try counts. Of two at once the first is void: `conflict`.
 */
export async function verifyPhoto(ctx: Signed): Promise<Profile> {
  await ownProfile(ctx);
  const begun = await transaction(ctx, begin);
  if (begun) {
    const { file, ...tried } = begun;
    try {
      const judged = await judge(ctx, file).catch((error: unknown) => {
        ctx.log.warn({ fault: error instanceof Error ? error.name : 'unknown' }, 'verification unavailable');
        throw new Problem('photo.unavailable');
      });
      await settle(ctx, tried, judged);
    } catch (error) {
      await giveBack(ctx, tried);
      throw error;
    }
  }
  ctx.wake();
  return showProfile(ctx);
}

/** Undefined: nothing to verify, a photo taken at the desk or still to be taken there was submitted again. */
async function begin(ctx: Signed): Promise<(Try & { file: ProfileFile }) | undefined> {
  const file = await lockProfile(ctx, ctx.actor.id);
  const { row } = file;
  await requireReady(ctx, file);
  if (row.photoState === 'collected' || row.photoState === 'desk') {
    await submitProfile(ctx);
    return undefined;
  }
  if (!row.pictureConsentVersion) throw new Problem('photo.consentNeeded');
  if (!row.photo) throw new Problem('photo.needed');
  if (choiceNeeded(row)) throw new Problem('photo.choiceNeeded');
  const version = row.version + 1;
  await act(ctx, photoSubject, 'verify', row.id, { set: { version } });
  return { version, picture: row.photo, file };
}

async function judge(ctx: Signed, { row, answers, person }: ProfileFile): Promise<Judged> {
  const profile: PhotoProfile = await photoProfile(ctx);
  const photo = await bytesOf(ctx, row.photo!);
  const judgement = await ctx.verifier.verify({
    photo,
    cardPortrait: await bytesOf(ctx, String(answers.cardPortrait)),
    profile,
    declared: { name: String(answers.name), idNumber: person.idNumber },
  });
  if (judgement.verdict === 'fail') return { judgement };
  return { judgement, copy: (await ctx.images.normalise(photo, standardCopy(profile))).bytes };
}

async function bytesOf(ctx: Signed, picture: string): Promise<Buffer> {
  const [row] = await ctx.db.select().from(pictures).where(eq(pictures.id, picture));
  if (!row) throw new Error('a picture of the draft is gone');
  return ctx.files.get(row.file);
}
