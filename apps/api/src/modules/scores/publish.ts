import { sql } from 'drizzle-orm';
import { coursesOf, openRecheck, sessionNames } from '#modules/exams';
import { fileEntries } from '#modules/records';
import { emitFrom } from '#platform/act';
import { appNow, now } from '#platform/clock';
import type { Ctx } from '#platform/context';
import { Problem } from '#platform/problem';
import { scorePublications, scores } from './tables.ts';

/** One event tells so many candidates: a session's news must not be a hundred thousand deliveries. */
const TOLD_AT_ONCE = 250;

interface Out {
  scores: number;
  passed: number;
  filed: number;
}

/**
 * The scores of a session come out, inside the caller's transaction: they can be read, passes enter the 考籍, 成绩复核
 * is open for its working days, everybody is told. Once more: what came later comes out, the window stays. Gives how many.
 */
export async function publishScores(ctx: Ctx, session: string): Promise<number> {
  // A whole province's scores take longer than a request may.
  await ctx.db.execute(sql`set local statement_timeout = '15min'`);
  const first = await ctx.db
    .insert(scorePublications)
    .values({ session, publishedAt: appNow })
    .onConflictDoNothing()
    .returning({ publishedAt: scorePublications.publishedAt });
  const at = first[0]?.publishedAt ?? (await now(ctx.db));
  if (first[0]) await openRecheck(ctx, session, at);
  const out = await bringOut(ctx, session, at);
  if (out.filed < out.passed)
    throw new Problem(
      'conflict',
      `有 ${out.passed - out.filed} 门合格成绩的考生没有准考证号，成绩没有公布。`,
    );
  return out.scores;
}

/** One statement, so that what comes out, what is filed and who is told are the same rows, however many they are. */
async function bringOut(ctx: Ctx, session: string, at: Date): Promise<Out> {
  const name = (await sessionNames(ctx)).get(session) ?? session;
  const message = `${name}考试的成绩已经公布，请到“查询 - 成绩查询”查看。对成绩有疑问的，可以在规定时间内申请成绩复核。`;
  const courses = await coursesOf(ctx);
  const practice = [...courses.values()].filter((course) => course.practice).map(({ code }) => code);
  const { rows } = await ctx.db.execute<Out & Record<string, unknown>>(sql`
    with out as (
      update ${scores} set published_at = ${at} where session = ${session} and published_at is null
      returning id, candidate, course, number, grade, passed,
        grade is not null or course = any(${sql.param(practice)}) as practice),
    passes as (
      select candidate, course, coalesce(grade, trim_scale(number)::text) as score, ${session}::text as session,
        case when practice then 'practice' else 'passed' end as kind,
        case when practice then 'practice' else 'scores' end as origin,
        ${name}::text as "when", 'score:' || id || ':' || course as source
      from out where passed),
    filed as (${fileEntries(ctx, sql`passes`)} returning 1),
    people as (
      select candidate, (row_number() over (order by candidate) - 1) / ${TOLD_AT_ONCE}::int as part
      from (select distinct candidate from out) each),
    told as (${emitFrom(
      'scores.published',
      sql`select jsonb_build_object('session', ${session}::text, 'message', ${message}::text,
        'candidates', jsonb_agg(candidate)) from people group by part order by part`,
    )} returning 1)
    select (select count(*)::int from out) as scores, (select count(*)::int from passes) as passed,
      (select count(*)::int from filed) as filed`);
  return rows[0]!;
}
