import { eq } from 'drizzle-orm';
import type { CardText } from '@zikao/contract/verification';
import {
  findVerification,
  NO_VERIFICATION,
  photoSubject,
  type ProfileFile,
  submitProfile,
} from '#modules/candidates';
import { act, emit } from '#platform/act';
import { transaction, type Signed } from '#platform/context';
import type { Verified } from '#platform/verification';
import { keepReading } from './reading.ts';
import { pictures, verifications } from './tables.ts';

interface Judged extends Verified {
  /** Bytes of the copy of the standard's exact size; only of a photo that passed. */
  copy?: Buffer;
}

/** Writes what came of a verification, once: unless it was settled before, or the profile has moved on since. */
export function settle(ctx: Signed, verification: string, judged: Judged): Promise<void> {
  const { judgement, card, copy } = judged;
  return transaction(ctx, async (ctx) => {
    const file = await findVerification(ctx, ctx.actor.id, verification);
    if (!file) return;
    const { id: candidate, photo, photoFailures, verifyingSince, version } = file.row;
    if (card) await keepCard(ctx, file, card);
    await ctx.db.update(verifications).set({ judgement }).where(eq(verifications.id, verification));
    const set = { ...NO_VERIFICATION, judgement, version: version + 1 };
    if (!copy) {
      const first = judgement.measures.find(({ verdict }) => verdict === 'fail')?.sentence;
      await act(ctx, photoSubject, 'fail', candidate, {
        as: 'system',
        set: { ...set, photoFailures: photoFailures + 1 },
        note: first ? { text: first } : {},
      });
      return emit(ctx, 'photo.failed', { candidate });
    }
    await act(ctx, photoSubject, 'pass', candidate, { as: 'system', set });
    const normalised = await ctx.files.put(candidate, copy);
    await ctx.db.update(pictures).set({ normalised }).where(eq(pictures.id, photo!));
    await emit(ctx, 'photo.passed', { candidate });
    await submitProfile(ctx, { at: verifyingSince!, ...(card && { card }) });
  });
}

function keepCard(ctx: Signed, { answers }: ProfileFile, card: CardText): Promise<void> {
  return keepReading(ctx, String(answers.cardPortrait), card, String(answers.cardEmblem));
}

/** No judgement came about: the photo waits for the candidate again, who is told; nothing was counted. */
export function giveBack(ctx: Signed, verification: string): Promise<void> {
  return transaction(ctx, async (ctx) => {
    const file = await findVerification(ctx, ctx.actor.id, verification);
    if (!file) return;
    const { id: candidate, version } = file.row;
    const set = { ...NO_VERIFICATION, unavailable: true, version: version + 1 };
    await act(ctx, photoSubject, 'giveBack', candidate, { as: 'system', set });
    await ctx.db.delete(verifications).where(eq(verifications.id, verification));
    await emit(ctx, 'photo.unavailable', { candidate });
  });
}
