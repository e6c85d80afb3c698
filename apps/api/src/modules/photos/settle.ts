import { eq } from 'drizzle-orm';
import type { Judgement } from '@zikao/contract/measures';
import { lockProfile, photoSubject, submitProfile } from '#modules/candidates';
import { act, emit } from '#platform/act';
import { transaction, type Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { pictures, verifications } from './tables.ts';

/** A try that was begun: only it may be settled, at the profile's version it left. */
export interface Try {
  version: number;
  picture: string;
}

export interface Judged {
  judgement: Judgement;
  /** Bytes of the copy of the standard's exact size; only of a photo that passed. */
  copy?: Buffer;
}

/** Writes what came of a try, unless the profile has moved on since it began: then `conflict`, and nothing counts. */
export function settle(ctx: Signed, tried: Try, { judgement, copy }: Judged): Promise<void> {
  return transaction(ctx, async (ctx) => {
    const row = await lockTried(ctx, tried);
    const candidate = ctx.actor.id;
    await ctx.db.insert(verifications).values({ candidate, picture: tried.picture, judgement });
    const set = { judgement, version: row.version + 1 };
    if (!copy) {
      const first = judgement.measures.find(({ verdict }) => verdict === 'fail')?.sentence;
      await act(ctx, photoSubject, 'fail', candidate, {
        as: 'system',
        set: { ...set, photoFailures: row.photoFailures + 1 },
        note: first ? { text: first } : {},
      });
      return emit(ctx, 'photo.failed', { candidate });
    }
    await act(ctx, photoSubject, 'pass', candidate, { as: 'system', set });
    const normalised = await ctx.files.put(candidate, copy);
    await ctx.db.update(pictures).set({ normalised }).where(eq(pictures.id, tried.picture));
    await emit(ctx, 'photo.passed', { candidate });
    await submitProfile(ctx);
  });
}

/** No judgement came about: the photo waits again, if it still does so for this try. */
export function giveBack(ctx: Signed, tried: Try): Promise<void> {
  return transaction(ctx, async (ctx) => {
    const row = await lockTried(ctx, tried).catch(ignoreConflict);
    if (!row) return;
    const set = { version: row.version + 1 };
    await act(ctx, photoSubject, 'giveBack', ctx.actor.id, { as: 'system', set });
  });
}

async function lockTried(ctx: Signed, { version }: Try) {
  const { row } = await lockProfile(ctx, ctx.actor.id);
  if (row.version !== version || row.photoState !== 'verifying') throw new Problem('conflict');
  return row;
}

function ignoreConflict(error: unknown): undefined {
  if (error instanceof Problem && error.code === 'conflict') return undefined;
  throw error;
}
