import { and, asc, eq, isNull, lte, or, sql } from 'drizzle-orm';
import { act } from '#platform/act';
import { appNow } from '#platform/clock';
import { type Ctx, inBackground, transaction, type Working } from '#platform/context';
import { Problem } from '#platform/problem';
import type { ReleaseRow } from './find-release.ts';
import { lockSession } from './lock-session.ts';
import { whatWaits } from './propose-release.ts';
import { publishScores } from './publish.ts';
import { batchSubject, releaseSubject } from './subjects.ts';
import { scoreBatches, scoreReleases, scoreRows, scores } from './tables.ts';

/** Confirmed, and its time is come by the database's clock. */
const isDue = and(
  eq(scoreReleases.state, 'confirmed'),
  or(isNull(scoreReleases.publishAt), lte(scoreReleases.publishAt, appNow)),
);

/** Publishes what is due, each release in one transaction; of several processes one does it. Gives how many. */
export async function publishDue(services: Working): Promise<number> {
  const due = await services.db
    .select({ id: scoreReleases.id })
    .from(scoreReleases)
    .where(isDue)
    .orderBy(asc(scoreReleases.confirmedAt));
  let done = 0;
  for (const { id } of due) done += (await publishRelease(services, id)) ? 1 : 0;
  return done;
}

/** All or nothing: whoever reads meanwhile, and whatever dies meanwhile, sees none of it before the commit. */
export async function publishRelease(services: Working, id: string): Promise<boolean> {
  const out = await transaction(services, async (within) => {
    const [release] = await within.db
      .select()
      .from(scoreReleases)
      .where(and(eq(scoreReleases.id, id), isDue))
      .for('update', { skipLocked: true });
    if (!release) return false;
    await bringOut(inBackground(within, confirmer(release)), release);
    return true;
  });
  if (out) services.wake();
  return out;
}

const confirmer = ({ confirmedBy }: ReleaseRow) => ({
  id: confirmedBy!,
  role: 'province' as const,
  name: '',
  session: '',
});

async function bringOut(ctx: Ctx, { id, session, fingerprint }: ReleaseRow): Promise<void> {
  await lockSession(ctx, session);
  if ((await whatWaits(ctx, session)).fingerprint !== fingerprint) throw new Problem('scores.changed');
  await ctx.db.execute(sql`
    insert into ${scores} (session, candidate, course, number, mark, grade, passed)
    select session, candidate, course, number, mark, grade, passed from ${scoreRows}
    where session = ${session} and counts`);
  await publishScores(ctx, session);
  await ctx.db
    .update(scoreRows)
    .set({ counts: false })
    .where(and(eq(scoreRows.session, session), eq(scoreRows.counts, true)));
  const accepted = await ctx.db
    .select({ id: scoreBatches.id })
    .from(scoreBatches)
    .where(and(eq(scoreBatches.session, session), eq(scoreBatches.state, 'accepted')));
  for (const batch of accepted) await act(ctx, batchSubject, 'publish', batch.id, { as: 'system' });
  await act(ctx, releaseSubject, 'publish', id, { as: 'system', set: { publishedAt: appNow, fault: null } });
}
