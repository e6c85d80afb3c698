import { sql, type SQL } from 'drizzle-orm';
import { GRADES } from '@zikao/contract/records';
import { MARK_KEYS } from '@zikao/contract/scores';
import type { Counts, ScoreStatistics } from '@zikao/contract/score-statistics';
import { sittingsOf } from '#modules/enrolments';
import { coursesOf, listSessions } from '#modules/exams';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { sheetOf } from './sheet-of.ts';

/** What is about to come out, or is out, beside the session before. */
export async function statistics(ctx: Signed, session: string): Promise<ScoreStatistics> {
  const sessions = await listSessions(ctx);
  const at = sessions.findIndex(({ id }) => id === session);
  if (at < 0) throw new Problem('notFound');
  const previous = sessions[at + 1];
  const now = await countAll(ctx, session);
  const before = previous ? await countAll(ctx, previous.id) : new Map<string, Counts>();
  const courses = await coursesOf(ctx);
  const beside = (code: string) => {
    const then = before.get(code);
    if (!then || then.scores === 0) return {};
    const { scores, present, passed, mean } = then;
    return { before: { scores, present, passed, mean } };
  };
  return {
    total: { ...(now.get(ALL) ?? NOTHING), ...beside(ALL) },
    courses: [...now.keys()]
      .filter((code) => code !== ALL)
      .toSorted()
      .map((code) => ({
        code,
        name: courses.get(code)?.name ?? code,
        ...now.get(code)!,
        ...beside(code),
      })),
    ...(before.has(ALL) && { previous: previous!.name }),
    cheatersWithScores: await countCheaters(ctx, session),
  };
}

const ALL = '';
const of = <K extends string>(keys: readonly K[], values: readonly number[]) =>
  Object.fromEntries(keys.map((key, i) => [key, values[i] ?? 0])) as Record<K, number>;
const NOTHING: Counts = {
  scores: 0,
  present: 0,
  passed: 0,
  mean: null,
  marks: of(MARK_KEYS, []),
  grades: of(GRADES, []),
  spread: Array.from({ length: 10 }, () => 0),
  missing: 0,
};

interface Raw extends Record<string, unknown> {
  course: string | null;
  scores: number;
  present: number;
  passed: number;
  mean: string | null;
  marks: number[];
  grades: number[];
  spread: number[];
}

/** By course, and under `ALL` for all of them together; two passes over the session, whatever its size. */
async function countAll(ctx: Signed, session: string): Promise<Map<string, Counts>> {
  const { rows } = await ctx.db.execute<Raw>(sql`
    select course, count(*)::int as scores, count(*) filter (where mark is distinct from 'absent')::int as present,
      count(*) filter (where passed)::int as passed, round(avg(number), 1)::text as mean,
      ${counts(MARK_KEYS.map((mark) => sql`mark = ${mark}`))} as marks,
      ${counts(GRADES.map((grade) => sql`grade = ${grade}`))} as grades,
      ${counts(Array.from({ length: 10 }, (_, i) => sql`floor((number - (number = 100)::int) / 10) = ${i}::int`))} as spread
    from (${sheetOf(session)}) s group by grouping sets ((course), ())`);
  const missing = await ctx.db.execute<{ course: string | null; missing: number }>(sql`
    select e.course, count(*)::int as missing from (${sittingsOf(session)}) e
    left join (${sheetOf(session)}) s on s.candidate = e.candidate and s.course = e.course
    where s.candidate is null group by grouping sets ((e.course), ())`);
  const found = new Map<string, Counts>();
  for (const { course, mean, marks, grades, spread, ...row } of rows)
    found.set(course ?? ALL, {
      ...row,
      mean: mean === null ? null : Number(mean),
      marks: of(MARK_KEYS, marks),
      grades: of(GRADES, grades),
      spread,
      missing: 0,
    });
  for (const { course, missing: n } of missing.rows)
    found.set(course ?? ALL, { ...(found.get(course ?? ALL) ?? NOTHING), missing: n });
  return found;
}

const counts = (conditions: readonly SQL[]): SQL =>
  sql`array[${sql.join(
    conditions.map((condition) => sql`count(*) filter (where ${condition})::int`),
    sql`, `,
  )}]`;

/** By the rules of conduct 作弊 voids every score of the session (domain 10). */
async function countCheaters(ctx: Signed, session: string): Promise<number> {
  const { rows } = await ctx.db.execute<{ n: number }>(sql`
    with sheet as (${sheetOf(session)})
    select count(distinct c.candidate)::int as n from sheet c join sheet o on o.candidate = c.candidate
    where c.mark = 'cheating' and (o.number is not null or o.grade is not null)`);
  return rows[0]!.n;
}
