import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Ctx } from '#platform/context';
import { Problem } from '#platform/problem';
import { scoreReleases } from './tables.ts';

/**
 * Until the transaction ends nothing else changes what counts of a session's scores. A whole province's rows take longer
 * than a statement usually may.
 */
export async function lockSession(ctx: Pick<Ctx, 'db'>, session: string): Promise<void> {
  await ctx.db.execute(sql`set local statement_timeout = '15min'`);
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`scores:${session}`}, 0))`);
}

/** What has been proposed for publication stays as it was proposed. */
export async function refuseUnderRelease(ctx: Pick<Ctx, 'db'>, session: string): Promise<void> {
  const live = await ctx.db.$count(
    scoreReleases,
    and(eq(scoreReleases.session, session), inArray(scoreReleases.state, ['proposed', 'confirmed'])),
  );
  if (live > 0) throw new Problem('scores.underRelease');
}
