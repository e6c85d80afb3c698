import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Signed } from '#platform/context';
import { profileScope } from './scope.ts';
import { profiles } from './tables.ts';

/** Which of these people filed under that name within the officer's scope, `limit` at most. */
export async function filedAmong(
  ctx: Signed,
  ids: readonly string[],
  name: string,
  limit: number,
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db
    .select({ id: profiles.id })
    .from(profiles)
    .where(and(inArray(profiles.id, [...ids]), eq(profiles.name, name), profileScope(ctx.actor)))
    .orderBy(asc(profiles.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}
