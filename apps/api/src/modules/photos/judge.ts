import { eq } from 'drizzle-orm';
import { findVerification, type ProfileFile } from '#modules/candidates';
import { photoProfile } from '#modules/exams';
import { today } from '#platform/clock';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { standardCopy, type Verified } from '#platform/verification';
import { giveBack, settle } from './settle.ts';
import { pictures } from './tables.ts';

/**
 * The job behind 提交验证. Judged outside any transaction; of a verification that was settled before, or given up since,
 * nothing is left to do. No answer from the verifier: given back at once, not counted. Anything else thrown is tried again.
 */
export async function judgePhoto(ctx: Signed, verification: string): Promise<void> {
  const file = await findVerification(ctx, ctx.actor.id, verification);
  if (!file) return;
  const profile = await photoProfile(ctx);
  const verified = await examine(ctx, file).catch(unlessUnavailable);
  if (!verified) return giveBack(ctx, verification);
  const passed = verified.judgement.verdict !== 'fail';
  const copy = passed
    ? (await ctx.images.normalise(await bytesOf(ctx, file.row.photo!), standardCopy(profile))).bytes
    : undefined;
  await settle(ctx, verification, { ...verified, ...(copy && { copy }) });
}

async function examine(ctx: Signed, { row, answers, person }: ProfileFile): Promise<Verified> {
  return ctx.verifier.verify({
    photo: await bytesOf(ctx, row.photo!),
    cardPortrait: await bytesOf(ctx, String(answers.cardPortrait)),
    cardEmblem: await bytesOf(ctx, String(answers.cardEmblem)),
    profile: await photoProfile(ctx),
    declared: { name: String(answers.name), idNumber: person.idNumber },
    today: await today(ctx.db),
  });
}

async function bytesOf(ctx: Signed, picture: string): Promise<Buffer> {
  const [row] = await ctx.db.select().from(pictures).where(eq(pictures.id, picture));
  if (!row) throw new Error('a picture of the draft is gone');
  return ctx.files.get(row.file);
}

function unlessUnavailable(error: unknown): undefined {
  if (error instanceof Problem && error.code === 'photo.unavailable') return undefined;
  throw error;
}
