import { sql, type SQL } from 'drizzle-orm';
import type { Checked, RowFaultCode } from '@zikao/contract/score-imports';
import { coursesOf } from '#modules/exams';
import { sittingsOf } from '#modules/enrolments';
import { numberOwners } from '#modules/identity';
import type { Ctx } from '#platform/context';
import type { BatchRow } from './find-batch.ts';
import { scoreBatches, scoreRows, scores } from './tables.ts';

const fault = (when: SQL, code: RowFaultCode, more = sql``): SQL => sql`
  case when ${when} then jsonb_build_array(jsonb_build_object('code', ${code}::text ${more})) else '[]' end`;

/**
 * Says of every staged row whose it is and what is wrong with it, in one statement: known numbers, names, enrolments,
 * repetitions in the file, what earlier batches said, what is published.
 */
export async function judgeRows(ctx: Ctx, { id, session, result }: BatchRow): Promise<Checked> {
  const replaces = result!.replaces;
  const courses = [...(await coursesOf(ctx)).values()];
  const known = sql.param(courses.map(({ code }) => code));
  const practice = sql.param(courses.filter((course) => course.practice).map(({ code }) => code));
  const isKnown = sql`(k.course = any(${known}))`;
  const isPractice = sql`(k.course = any(${practice}))`;
  await ctx.db.execute(sql`
    with owners as materialized (${numberOwners}),
    known as (
      select r.no, r.admission_number, r.name, r.course, r.grade, r.faults, o.candidate, o.name as real_name
      from ${scoreRows} r left join owners o on o.number = r.admission_number
      where r.batch = ${id}),
    numbered as (
      select *, min(no) over (partition by coalesce(candidate::text, admission_number), course) as first from known),
    sat as materialized (${sittingsOf(session)}),
    earlier as materialized (
      select r.candidate, r.course, r.no, b.no as batch_no
      from ${scoreRows} r join ${scoreBatches} b on b.id = r.batch
      where r.session = ${session} and r.counts),
    judged as (
      select k.no, k.candidate, k.faults
        || ${fault(sql`k.candidate is null and k.admission_number <> ''`, 'numberUnknown')}
        || ${fault(sql`k.name <> regexp_replace(k.real_name, '[[:space:]·•.・‧∙]', '', 'g')`, 'nameDiffers')}
        || ${fault(sql`k.course <> '' and not ${isKnown}`, 'courseUnknown')}
        || ${fault(
          sql`k.candidate is not null and ${isKnown} and not ${isPractice} and s.candidate is null`,
          'notEnrolled',
        )}
        || ${fault(sql`k.grade is not null and ${isKnown} and not ${isPractice}`, 'gradeForTheory')}
        || ${fault(sql`k.first < k.no`, 'repeated', sql`, 'row', k.first`)}
        || ${fault(sql`p.id is not null`, 'isPublished')}
        || ${fault(
          sql`p.id is null and e.no is not null and not ${replaces}::boolean`,
          'inEarlier',
          sql`, 'row', e.no, 'batch', e.batch_no`,
        )} as faults
      from numbered k
      left join (select distinct candidate, course from sat) s on s.candidate = k.candidate and s.course = k.course
      left join ${scores} p on p.session = ${session} and p.candidate = k.candidate and p.course = k.course
      left join earlier e on e.candidate = k.candidate and e.course = k.course)
    update ${scoreRows} t set candidate = j.candidate, faults = j.faults
    from judged j where t.batch = ${id} and t.no = j.no`);
  return { ...(await countRows(ctx, id)), replaces, changes: await countChanges(ctx, id, session) };
}

async function countRows(ctx: Ctx, id: string): Promise<Pick<Checked, 'rows' | 'good' | 'faults'>> {
  const { rows } = await ctx.db.execute<{ rows: number; good: number; faults: Checked['faults'] | null }>(sql`
    select count(*)::int as rows, count(*) filter (where faults = '[]')::int as good,
      (select jsonb_object_agg(code, n) from (
        select f ->> 'code' as code, count(*)::int as n
        from ${scoreRows}, jsonb_array_elements(faults) f where batch = ${id} and faults <> '[]'
        group by 1) each) as faults
    from ${scoreRows} where batch = ${id}`);
  const [found] = rows;
  return { rows: found!.rows, good: found!.good, faults: found!.faults ?? {} };
}

/** How many scores that count already would be others. */
async function countChanges(ctx: Ctx, id: string, session: string): Promise<number> {
  const { rows } = await ctx.db.execute<{ n: number }>(sql`
    select count(*)::int as n from ${scoreRows} r join ${scoreRows} e
      on e.session = ${session} and e.counts and e.candidate = r.candidate and e.course = r.course
    where r.batch = ${id} and r.faults = '[]' and e.batch <> r.batch
      and (e.number, e.mark, e.grade, e.passed) is distinct from (r.number, r.mark, r.grade, r.passed)`);
  return rows[0]!.n;
}
