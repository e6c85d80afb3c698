import { and, eq } from 'drizzle-orm';
import type { Judgement } from '@zikao/contract/measures';
import type { CardText } from '@zikao/contract/verification';
import type { Ctx } from '#platform/context';
import { lockProfile } from './own-profile.ts';
import { sealCard } from './submission.ts';
import { profiles, profileSubmissions } from './tables.ts';

/**
 * Writes what the checks say of pictures taken at the desk beside them, for the candidate and whoever reviews. It
 * decides nothing: at the desk an officer does. False: they are not the file's pictures any more.
 */
export async function keepDeskJudgement(
  ctx: Pick<Ctx, 'db' | 'keys'>,
  { candidate, photo, cardPortrait }: { candidate: string; photo: string; cardPortrait?: string },
  { judgement, card }: { judgement: Judgement; card?: CardText },
): Promise<boolean> {
  const { row, answers } = await lockProfile(ctx, candidate);
  const same = row.photo === photo && (answers.cardPortrait ?? undefined) === cardPortrait;
  if (!same || row.photoState !== 'collected') return false;
  await ctx.db
    .update(profiles)
    .set({ judgement, version: row.version + 1 })
    .where(eq(profiles.id, candidate));
  if (row.state === 'pending')
    await ctx.db
      .update(profileSubmissions)
      .set({ judgement, ...(card && { card: sealCard(ctx.keys, card) }) })
      .where(and(eq(profileSubmissions.profile, candidate), eq(profileSubmissions.no, row.submission)));
  return true;
}
