import { eq } from 'drizzle-orm';
import type { PhotoState, ProfileState } from '@zikao/contract/candidates';
import type { Ctx } from '#platform/context';
import { profiles } from './tables.ts';

export interface ProfileStanding {
  state: ProfileState;
  photoState: PhotoState;
  agreed: boolean;
  confirmed: boolean;
  /** Submitted at least once: it belongs to `district`. */
  filed: boolean;
  /** As last submitted. */
  name?: string;
  /** Of the last submission. */
  district?: string;
}

/** How far a candidate's 基本信息填报 has come; nothing at all when it was never opened. */
export async function profileStanding(ctx: Pick<Ctx, 'db'>, candidate: string): Promise<ProfileStanding> {
  const [row] = await ctx.db.select().from(profiles).where(eq(profiles.id, candidate));
  return {
    state: row?.state ?? 'draft',
    photoState: row?.photoState ?? 'none',
    agreed: Boolean(row?.agreedVersion),
    confirmed: row?.confirmed ?? false,
    filed: Boolean(row?.submission),
    ...(row?.name && { name: row.name }),
    ...(row?.district && { district: row.district }),
  };
}
