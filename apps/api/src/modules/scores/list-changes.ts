import { sql } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { Grade } from '@zikao/contract/records';
import { type Mark, scoreText } from '@zikao/contract/scores';
import type { listScoreChanges as contract } from '@zikao/contract/score-office';
import { someNumberOf } from '#modules/identity';
import type { Signed } from '#platform/context';
import { getBatch } from './find-batch.ts';
import { readRowPlace, writePlace } from './row-cursor.ts';
import { scoreRows } from './tables.ts';

/** Where a batch says something else than what counts, or than another batch of its session. */
export async function listChanges(
  ctx: Signed,
  { params: { batch: id }, query: { cursor, limit, against } }: Parsed<typeof contract>,
): Promise<Given<typeof contract>> {
  const { session } = await getBatch(ctx, id);
  if (against) await getBatch(ctx, against);
  const other = against ? sql`e.batch = ${against} and e.faults = '[]'` : sql`e.counts`;
  const { rows } = await ctx.db.execute<Raw>(sql`
    with changed as (
      select r.no, r.candidate, r.course, r.number, r.mark, r.grade, r.passed,
        e.number as e_number, e.mark as e_mark, e.grade as e_grade
      from ${scoreRows} r join ${scoreRows} e
        on e.session = ${session} and e.candidate = r.candidate and e.course = r.course and e.batch <> r.batch
      where r.batch = ${id} and r.faults = '[]' and ${other} and r.no > ${readRowPlace(cursor)}
        and (e.number, e.mark, e.grade, e.passed) is distinct from (r.number, r.mark, r.grade, r.passed)
      order by r.no limit ${limit + 1})
    select c.*, n.number as admission, n.name from changed c
    left join (${someNumberOf(sql`select candidate from changed`)}) n on n.candidate = c.candidate order by c.no`);
  const items = rows.slice(0, limit).map((row) => ({
    row: row.no,
    number: row.admission ?? '',
    name: row.name ?? '',
    course: row.course,
    before: textOf(row.e_number, row.e_mark, row.e_grade),
    after: textOf(row.number, row.mark, row.grade),
  }));
  return { items, ...(rows.length > limit && { next: writePlace(items.at(-1)!.row) }) };
}

interface Raw extends Record<string, unknown> {
  no: number;
  course: string;
  admission: string | null;
  name: string | null;
  number: string | null;
  mark: Mark | null;
  grade: Grade | null;
  e_number: string | null;
  e_mark: Mark | null;
  e_grade: Grade | null;
}

const textOf = (number: string | null, mark: Mark | null, grade: Grade | null) =>
  scoreText({ number: number === null ? null : Number(number), mark, grade });
