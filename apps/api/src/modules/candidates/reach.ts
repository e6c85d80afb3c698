import { and, eq } from 'drizzle-orm';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { profileScope } from './scope.ts';
import { profiles } from './tables.ts';

/** Refuses whoever a candidate's file is not in reach of: `notFound`, exactly as for one that does not exist. */
export async function requireReach(ctx: Signed, candidate: string): Promise<void> {
  const [mine] = await ctx.db
    .select({ id: profiles.id })
    .from(profiles)
    .where(and(eq(profiles.id, candidate), profileScope(ctx.actor)));
  if (!mine) throw new Problem('notFound');
}
