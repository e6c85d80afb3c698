import { and, desc, eq, isNotNull } from 'drizzle-orm';
import type { Reader } from './seats-of.ts';
import { seatingRuns } from './tables.ts';

/** Whether a session's seats are published; `withdrawn`: they were, and are being planned anew. */
export async function seatingStands(
  ctx: Reader,
  session: string,
): Promise<'published' | 'withdrawn' | 'none'> {
  const rows = await ctx.db
    .select({ state: seatingRuns.state })
    .from(seatingRuns)
    .where(and(eq(seatingRuns.session, session), isNotNull(seatingRuns.publishedAt)));
  if (rows.some(({ state }) => state === 'published')) return 'published';
  return rows.length > 0 ? 'withdrawn' : 'none';
}

/** The session whose seats were published last: what the offices print. */
export async function lastPublished(ctx: Reader): Promise<string | undefined> {
  const [row] = await ctx.db
    .select({ session: seatingRuns.session })
    .from(seatingRuns)
    .where(eq(seatingRuns.state, 'published'))
    .orderBy(desc(seatingRuns.publishedAt))
    .limit(1);
  return row?.session;
}
