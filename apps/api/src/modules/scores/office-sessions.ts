import { sql } from 'drizzle-orm';
import type { Given } from '@zikao/contract/endpoint';
import type { ReleaseState } from '@zikao/contract/score-imports';
import type { getScoreSession, listScoreSessions, ScoreSessionHead } from '@zikao/contract/score-office';
import { listSessions } from '#modules/exams';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { batchesOf } from './find-batch.ts';
import { releasesOf } from './find-release.ts';
import { scoreBatches, scorePublications, scoreReleases, scoreRows, scores } from './tables.ts';

interface Raw extends Record<string, unknown> {
  session: string;
  batches: number;
  waiting: number;
  published: number;
  release: ReleaseState | null;
  published_at: Date | string | null;
}

/** How far the scores of each session are, the latest session first. */
export async function officeSessions(ctx: Signed): Promise<Given<typeof listScoreSessions>> {
  const sessions = await listSessions(ctx);
  const found = await stand(ctx, undefined);
  return { items: sessions.map(({ id, name }) => head(id, name, found.get(id))) };
}

export async function officeSession(ctx: Signed, id: string): Promise<Given<typeof getScoreSession>> {
  const session = (await listSessions(ctx)).find((one) => one.id === id);
  if (!session) throw new Problem('notFound');
  const found = await stand(ctx, id);
  return {
    ...head(id, session.name, found.get(id)),
    items: await batchesOf(ctx, id),
    releases: await releasesOf(ctx, id),
  };
}

function head(id: string, name: string, found: Raw | undefined): ScoreSessionHead {
  return {
    id,
    name,
    batches: found?.batches ?? 0,
    waiting: found?.waiting ?? 0,
    published: found?.published ?? 0,
    ...(found?.release && { release: found.release }),
    ...(found?.published_at && { publishedAt: new Date(found.published_at).toISOString() }),
  };
}

async function stand(ctx: Signed, only: string | undefined): Promise<Map<string, Raw>> {
  const of = only === undefined ? sql`true` : sql`session = ${only}`;
  const { rows } = await ctx.db.execute<Raw>(sql`
    with b as (select session, count(*)::int as n from ${scoreBatches} where state <> 'discarded' and ${of} group by 1),
    w as (select session, count(*)::int as n from ${scoreRows} where counts and ${of} group by 1),
    p as (select session, count(*)::int as n from ${scores} where published_at is not null and ${of} group by 1),
    r as (select distinct on (session) session, state from ${scoreReleases} where ${of}
      order by session, proposed_at desc, withdrawn_at nulls first)
    select coalesce(b.session, w.session, p.session, r.session) as session, coalesce(b.n, 0) as batches,
      coalesce(w.n, 0) as waiting, coalesce(p.n, 0) as published, r.state as release, o.published_at
    from b full join w using (session) full join p using (session) full join r using (session)
    left join ${scorePublications} o using (session)`);
  return new Map(rows.map((row) => [row.session, row]));
}
