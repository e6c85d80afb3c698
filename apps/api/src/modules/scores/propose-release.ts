import { sql } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { proposeRelease as contract } from '@zikao/contract/score-office';
import { momentText, sessionNames } from '#modules/exams';
import { transaction, type Ctx, type Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { toRelease } from './find-release.ts';
import { lockSession, refuseUnderRelease } from './lock-session.ts';
import { scoreReleases, scoreRows } from './tables.ts';

/** The first of two persons. From here on what counts is frozen, until it is out or withdrawn. */
export async function proposeRelease(
  ctx: Signed,
  { params: { session }, body: { publishAt } }: Parsed<typeof contract>,
): Promise<Given<typeof contract>> {
  if (!(await sessionNames(ctx)).has(session)) throw new Problem('notFound');
  return transaction(ctx, async (ctx) => {
    await lockSession(ctx, session);
    await refuseUnderRelease(ctx, session);
    const waiting = await whatWaits(ctx, session);
    if (waiting.scores === 0) throw new Problem('scores.nothing');
    const [made] = await ctx.db
      .insert(scoreReleases)
      .values({
        session,
        ...waiting,
        proposedBy: ctx.actor.id,
        ...(publishAt && { publishAt: new Date(publishAt) }),
      })
      .returning({ id: scoreReleases.id });
    const when = publishAt ? momentText(publishAt) : '确认后立即';
    await trace(ctx, {
      subject: `scoreRelease:${made!.id}`,
      why: `提出公布 ${session} 成绩 ${waiting.scores} 条，${when}公布`,
    });
    return toRelease(ctx, made!.id);
  });
}

/** How many scores count and are not out, and a sum over all of them that any change would change. */
export async function whatWaits(
  ctx: Pick<Ctx, 'db'>,
  session: string,
): Promise<{ scores: number; fingerprint: string }> {
  const { rows } = await ctx.db.execute<{ scores: number; fingerprint: string }>(sql`
    select count(*)::int as scores, coalesce(sum(hashtextextended(
      concat_ws('|', candidate, course, trim_scale(number), mark, grade, passed), 0)::numeric), 0)::text as fingerprint
    from ${scoreRows} where session = ${session} and counts`);
  return { scores: rows[0]!.scores, fingerprint: rows[0]!.fingerprint };
}
