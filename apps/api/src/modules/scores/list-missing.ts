import { sql } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { listMissingScores as contract, MissingScore } from '@zikao/contract/score-office';
import { sittingsOf } from '#modules/enrolments';
import { coursesOf, districtName, sessionNames } from '#modules/exams';
import { someNumberOf } from '#modules/identity';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { readTextPlace, writePlace } from './row-cursor.ts';
import { sheetOf } from './sheet-of.ts';

/** Who is enrolled in a course and has no score there, by course. */
export async function listMissing(
  ctx: Signed,
  { params: { session }, query: { cursor, limit, course } }: Parsed<typeof contract>,
): Promise<Given<typeof contract>> {
  if (!(await sessionNames(ctx)).has(session)) throw new Problem('notFound');
  const rows = await missingRows(ctx, session, { after: readTextPlace(cursor), limit: limit + 1, course });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    ...(rows.length > limit && last && { next: writePlace(last.course, last.candidate) }),
  };
}

/** All of them, for a file. */
export async function* eachMissing(ctx: Signed, session: string): AsyncGenerator<MissingScore> {
  for (let after: [string, string] = ['', '']; ;) {
    const rows = await missingRows(ctx, session, { after, limit: 2_000 });
    yield* rows;
    if (rows.length < 2_000) return;
    after = [rows.at(-1)!.course, rows.at(-1)!.candidate];
  }
}

interface Wanted {
  after: [string, string];
  limit: number;
  course?: string | undefined;
}

async function missingRows(ctx: Signed, session: string, { after, limit, course }: Wanted) {
  const only = course ? sql`and e.course = ${course}` : sql``;
  const { rows } = await ctx.db.execute<{
    candidate: string;
    course: string;
    district: string | null;
    number: string | null;
    name: string | null;
  }>(sql`
    with missing as (
      select e.candidate, e.course, e.district from (${sittingsOf(session)}) e
      left join (${sheetOf(session)}) s on s.candidate = e.candidate and s.course = e.course
      where s.candidate is null and (e.course, e.candidate::text) > (${after[0]}, ${after[1]}) ${only}
      order by e.course, e.candidate::text limit ${limit})
    select m.*, n.number, n.name from missing m
    left join (${someNumberOf(sql`select candidate from missing`)}) n on n.candidate = m.candidate
    order by m.course, m.candidate::text`);
  const courses = await coursesOf(ctx, [...new Set(rows.map((row) => row.course))]);
  const districts = new Map<string, string>();
  for (const { district } of rows)
    if (district && !districts.has(district)) districts.set(district, await districtName(ctx, district));
  return rows.map((row) => ({
    candidate: row.candidate,
    number: row.number ?? '',
    name: row.name ?? '',
    district: districts.get(row.district ?? '') ?? '',
    course: row.course,
    courseName: courses.get(row.course)?.name ?? row.course,
  }));
}
