import { and, eq } from 'drizzle-orm';
import type { Reader } from './seats-of.ts';
import { seatingRuns } from './tables.ts';

/** When the seats of a session were published; undefined while they are not. */
export async function seatsPublishedAt(ctx: Reader, session: string): Promise<Date | undefined> {
  const [run] = await ctx.db
    .select({ at: seatingRuns.publishedAt })
    .from(seatingRuns)
    .where(and(eq(seatingRuns.session, session), eq(seatingRuns.state, 'published')));
  return run?.at ?? undefined;
}
