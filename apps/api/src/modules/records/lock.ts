import { sql } from 'drizzle-orm';
import type { Ctx } from '#platform/context';

/**
 * Until the transaction ends, nothing else is decided about this person's record: what 考籍状态 allows is judged, and
 * acted on, one decision after the other.
 */
export async function lockRecord(ctx: Pick<Ctx, 'db'>, candidate: string): Promise<void> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`record:${candidate}`}, 0))`);
}
