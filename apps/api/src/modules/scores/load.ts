import { and, asc, desc, inArray, lte } from 'drizzle-orm';
import type { ScoreSession } from '@zikao/contract/scores';
import { scoreText } from '@zikao/contract/scores';
import { coursesOf, sessionNames } from '#modules/exams';
import { accountsOf } from '#modules/identity';
import { appNow } from '#platform/clock';
import type { Ctx } from '#platform/context';
import { scoreCorrections, scorePublications, scores } from './tables.ts';

type Reader = Pick<Ctx, 'db'>;

/** The sessions whose scores are out, the newest first. */
export async function publications(ctx: Reader): Promise<{ id: string; name: string; publishedAt: Date }[]> {
  const rows = await ctx.db
    .select()
    .from(scorePublications)
    .where(lte(scorePublications.publishedAt, appNow))
    .orderBy(desc(scorePublications.publishedAt));
  const names = await sessionNames(ctx);
  return rows.map(({ session, publishedAt }) => ({
    id: session,
    name: names.get(session) ?? session,
    publishedAt,
  }));
}

/**
 * A candidate's published scores with what corrected them last, by session, the newest first. `out` is read before the
 * scores: of a publication that commits in between, nothing is shown yet.
 */
export async function publishedScores(
  ctx: Reader,
  candidate: string,
  out?: Awaited<ReturnType<typeof publications>>,
): Promise<ScoreSession[]> {
  const sessions = out ?? (await publications(ctx));
  const rows = await ctx.db
    .select()
    .from(scores)
    .where(and(inArray(scores.candidate, accountsOf(candidate)), lte(scores.publishedAt, appNow)))
    .orderBy(asc(scores.course));
  if (rows.length === 0) return [];
  const courses = await coursesOf(
    ctx,
    rows.map(({ course }) => course),
  );
  const corrections = await lastCorrections(
    ctx,
    rows.map(({ id }) => id),
  );
  const bySession = Map.groupBy(rows, ({ session }) => session);
  return sessions.flatMap(({ id, name, publishedAt }) => {
    const own = bySession.get(id);
    if (!own) return [];
    const items = own.map(({ id: score, course, passed, ...value }) => ({
      id: score,
      code: course,
      name: courses.get(course)?.name ?? course,
      credits: courses.get(course)?.credits ?? null,
      value: scoreText(value),
      ...(value.mark && { mark: value.mark }),
      ...(value.grade && { graded: true as const }),
      passed,
      ...corrections.get(score),
    }));
    return [{ id, name, publishedAt: publishedAt.toISOString(), items }];
  });
}

async function lastCorrections(ctx: Reader, ids: readonly string[]) {
  const rows = await ctx.db
    .select()
    .from(scoreCorrections)
    .where(inArray(scoreCorrections.score, [...ids]))
    .orderBy(asc(scoreCorrections.seq));
  return new Map(
    rows.map(({ score, before, at, reason }) => [
      score,
      { corrected: { from: scoreText(before), at: at.toISOString(), reason } },
    ]),
  );
}
