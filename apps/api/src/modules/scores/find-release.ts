import { desc, eq, sql } from 'drizzle-orm';
import { allowed } from '@zikao/contract/lifecycle';
import { type Release, releaseLifecycle } from '@zikao/contract/score-imports';
import { staffNames } from '#modules/identity';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { scoreReleases } from './tables.ts';

export type ReleaseRow = typeof scoreReleases.$inferSelect;

export async function getRelease(ctx: Pick<Signed, 'db'>, id: string): Promise<ReleaseRow> {
  const [row] = await ctx.db.select().from(scoreReleases).where(eq(scoreReleases.id, id));
  if (!row) throw new Problem('notFound');
  return row;
}

export async function toRelease(ctx: Signed, id: string): Promise<Release> {
  const [release] = await show(ctx, [await getRelease(ctx, id)]);
  return release!;
}

/** The releases of a session, the newest first. */
export async function releasesOf(ctx: Signed, session: string): Promise<Release[]> {
  const rows = await ctx.db
    .select()
    .from(scoreReleases)
    .where(eq(scoreReleases.session, session))
    .orderBy(desc(scoreReleases.proposedAt), sql`withdrawn_at nulls first`);
  return show(ctx, rows);
}

async function show(ctx: Signed, rows: readonly ReleaseRow[]): Promise<Release[]> {
  const people = rows.flatMap(({ proposedBy, confirmedBy }) => [proposedBy, confirmedBy]);
  const names = await staffNames(ctx, people);
  return rows.map((row) => {
    const own = row.proposedBy === ctx.actor.id;
    return {
      id: row.id,
      session: row.session,
      state: row.state,
      actions: allowed(releaseLifecycle, row.state, ctx.actor.role).filter(
        (action) => action !== 'confirm' || !own,
      ),
      scores: row.scores,
      proposedBy: names.get(row.proposedBy) ?? '',
      proposedAt: row.proposedAt.toISOString(),
      own,
      ...(row.confirmedBy && { confirmedBy: names.get(row.confirmedBy) ?? '' }),
      ...momentsOf(row),
      ...(row.reason && { reason: row.reason }),
      ...(row.fault && row.state === 'confirmed' && { fault: row.fault }),
    };
  });
}

function momentsOf(row: ReleaseRow) {
  const { publishAt, confirmedAt, publishedAt, withdrawnAt } = row;
  return Object.fromEntries(
    Object.entries({ publishAt, confirmedAt, publishedAt, withdrawnAt }).flatMap(([key, at]) =>
      at ? [[key, at.toISOString()]] : [],
    ),
  );
}
