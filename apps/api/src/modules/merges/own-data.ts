import { desc, eq } from 'drizzle-orm';
import type { Signed } from '#platform/context';
import { merges } from './tables.ts';

/** For 下载我的数据: which of one's numbers were merged, when and why. */
export async function ownData(ctx: Signed) {
  const rows = await ctx.db
    .select()
    .from(merges)
    .where(eq(merges.candidate, ctx.actor.id))
    .orderBy(desc(merges.seq));
  return {
    merges: rows.map(({ surviving, absorbed, state, reason, at, undoneAt, undoReason }) => ({
      surviving,
      absorbed,
      state,
      reason,
      at: at.toISOString(),
      ...(undoneAt && { undoneAt: undoneAt.toISOString(), undoReason }),
    })),
  };
}
