import { inArray } from 'drizzle-orm';
import type { Ctx } from '#platform/context';
import { accounts } from './tables.ts';

/** Names of people of the staff by account, as colleagues see them. */
export async function staffNames(
  ctx: Pick<Ctx, 'db'>,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(inArray(accounts.id, wanted));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
