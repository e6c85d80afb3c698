import type { Profile } from '@zikao/contract/candidates';
import {
  choiceNeeded,
  lockProfile,
  ownProfile,
  photoSubject,
  requireReady,
  showProfile,
  submitProfile,
} from '#modules/candidates';
import { act } from '#platform/act';
import { transaction, type Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { knownCard } from './reading.ts';
import { verifications } from './tables.ts';

/**
 * 提交验证: asked for here, done by whichever process is free (judge.ts). Asking again while it is under way changes
 * nothing. The deadline is judged when this commits: how long the queue is, is not the candidate's fault.
 */
export async function verifyPhoto(ctx: Signed): Promise<Profile> {
  await ownProfile(ctx);
  await transaction(ctx, begin);
  ctx.wake();
  return showProfile(ctx);
}

async function begin(ctx: Signed): Promise<void> {
  const file = await lockProfile(ctx, ctx.actor.id);
  const { row, answers } = file;
  if (row.photoState === 'verifying') return;
  await requireReady(ctx, file);
  // Taken at the desk, or still to be taken there: nothing to verify.
  if (row.photoState === 'collected' || row.photoState === 'desk')
    return submitProfile(ctx, await knownCard(ctx, answers));
  if (!row.pictureConsentVersion) throw new Problem('photo.consentNeeded');
  if (!row.photo) throw new Problem('photo.needed');
  if (choiceNeeded(row)) throw new Problem('photo.choiceNeeded');
  if (await ctx.verifiers.down()) throw new Problem('photo.unavailable');
  const [asked] = await ctx.db
    .insert(verifications)
    .values({ candidate: row.id, picture: row.photo, district: String(answers.district) })
    .returning();
  const { id, at } = asked!;
  await act(ctx, photoSubject, 'verify', row.id, {
    set: { verification: id, verifyingSince: at, unavailable: false, version: row.version + 1 },
  });
  await ctx.jobs.enqueue(ctx.db, 'verifyPhoto', id, { candidate: row.id });
}
