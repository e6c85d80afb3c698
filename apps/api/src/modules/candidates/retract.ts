import { eq } from 'drizzle-orm';
import { act } from '#platform/act';
import type { Ctx } from '#platform/context';
import { NO_VERIFICATION } from './own-profile.ts';
import { photoSubject, profileSubject } from './subject.ts';
import { profiles } from './tables.ts';

/** Takes the file of a closed account out of review and verification; what was approved stays as it is. Inside a transaction. */
export async function retractProfile(ctx: Ctx, candidate: string): Promise<void> {
  const [row] = await ctx.db.select().from(profiles).where(eq(profiles.id, candidate)).for('update');
  if (row?.photoState === 'verifying')
    await act(ctx, photoSubject, 'giveBack', candidate, { as: 'system', set: NO_VERIFICATION });
  if (row?.state === 'pending' || row?.state === 'rejected')
    await act(ctx, profileSubject, 'retract', candidate, {
      as: 'system',
      set: { version: row.version + 1 },
    });
}
