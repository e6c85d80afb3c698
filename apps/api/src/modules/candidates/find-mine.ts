import { and, eq } from 'drizzle-orm';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { lockProfile, type ProfileFile } from './own-profile.ts';
import { profileScope } from './scope.ts';
import { profiles } from './tables.ts';

/** A profile within the officer's scope, locked until the transaction ends. Not theirs: `notFound`. */
export async function findMine(ctx: Signed, id: string): Promise<ProfileFile> {
  const [mine] = await ctx.db
    .select({ id: profiles.id })
    .from(profiles)
    .where(and(eq(profiles.id, id), profileScope(ctx.actor)))
    .for('update');
  if (!mine) throw new Problem('notFound');
  return lockProfile(ctx, id);
}
