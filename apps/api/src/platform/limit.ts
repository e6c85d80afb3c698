import { eq, sql } from 'drizzle-orm';
import type { Ctx } from '#platform/context';
import { limits } from '#platform/tables';

/**
 * Counts one more use of `key` in a window of `seconds` that begins with the first. Returns the seconds to wait when
 * it is over `most`, else 0. Counted in its own statement, so that a rolled-back transaction does not forget it.
 */
export async function count(
  ctx: Pick<Ctx, 'db'>,
  key: string,
  most: number,
  seconds: number,
): Promise<number> {
  const expired = sql`${limits.since} + make_interval(secs => ${seconds}) <= app_now()`;
  const [row] = await ctx.db
    .insert(limits)
    .values({ key, count: 1, since: sql`app_now()` })
    .onConflictDoUpdate({
      target: limits.key,
      set: {
        count: sql`case when ${expired} then 1 else ${limits.count} + 1 end`,
        since: sql`case when ${expired} then app_now() else ${limits.since} end`,
      },
    })
    .returning({
      count: limits.count,
      left: sql<number>`ceil(extract(epoch from ${limits.since} + make_interval(secs => ${seconds}) - app_now()))::int`,
    });
  return row!.count > most ? Math.max(1, row!.left) : 0;
}

/** Seconds to wait if `key` is already over `most`, without counting. */
export async function wait(
  ctx: Pick<Ctx, 'db'>,
  key: string,
  most: number,
  seconds: number,
): Promise<number> {
  const [row] = await ctx.db
    .select({
      count: limits.count,
      left: sql<number>`ceil(extract(epoch from ${limits.since} + make_interval(secs => ${seconds}) - app_now()))::int`,
    })
    .from(limits)
    .where(eq(limits.key, key));
  return row && row.count >= most && row.left > 0 ? row.left : 0;
}

export async function forget(ctx: Pick<Ctx, 'db'>, key: string): Promise<void> {
  await ctx.db.delete(limits).where(eq(limits.key, key));
}
