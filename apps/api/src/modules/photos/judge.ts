import type { Answers } from '@zikao/contract/forms/fields';
import { findVerification, type ProfileFile } from '#modules/candidates';
import { photoProfile } from '#modules/exams';
import { today } from '#platform/clock';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { standardCopy, type VerificationInput } from '#platform/verification';
import { readingOf } from './reading.ts';
import { giveBack, settle } from './settle.ts';
import { getPicture } from './store.ts';

/**
 * The job behind 提交验证. Judged outside any transaction; of a verification that was settled before, or given up since,
 * nothing is left to do. No answer from the verifier: given back at once, not counted. Anything else thrown is tried again.
 */
export async function judgePhoto(ctx: Signed, verification: string): Promise<void> {
  const file = await findVerification(ctx, ctx.actor.id, verification);
  if (!file) return;
  const input = await gather(ctx, file);
  const verified = await ctx.verifier.verify(input).catch(unlessUnavailable);
  if (!verified) return giveBack(ctx, verification);
  if (verified.judgement.verdict === 'fail') return settle(ctx, verification, verified);
  const { bytes: copy } = await ctx.images.normalise(input.photo, standardCopy(input.profile));
  if (copy.length < (input.profile.minBytes ?? 0))
    ctx.log.warn(
      { bytes: copy.length },
      'a standard copy is smaller than the standard asks for: a very plain photo',
    );
  await settle(ctx, verification, { ...verified, copy });
}

async function gather(ctx: Signed, { row, answers, person }: ProfileFile): Promise<VerificationInput> {
  const photo = await getPicture(ctx, row.photo!);
  const portrait = await getPicture(ctx, String(answers.cardPortrait));
  return {
    photo: await ctx.files.get(photo.file),
    size: photo,
    cardPortrait: await ctx.files.get(portrait.file),
    ...(await emblemSide(ctx, answers)),
    profile: await photoProfile(ctx),
    declared: { name: String(answers.name), idNumber: person.idNumber },
    today: await today(ctx.db),
  };
}

/** Its words where they were read before: reading them again would cost half a second and say the same. */
async function emblemSide(
  ctx: Signed,
  answers: Answers,
): Promise<Pick<VerificationInput, 'cardEmblem' | 'known'>> {
  const { authority, validFrom, validUntil } = (await readingOf(ctx, answers)).text ?? {};
  if (validUntil)
    return { known: { validUntil, ...(authority && { authority }), ...(validFrom && { validFrom }) } };
  const { file } = await getPicture(ctx, String(answers.cardEmblem));
  return { cardEmblem: await ctx.files.get(file) };
}

function unlessUnavailable(error: unknown): undefined {
  if (error instanceof Problem && error.code === 'photo.unavailable') return undefined;
  throw error;
}
