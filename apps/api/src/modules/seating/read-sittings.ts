import { sql, type SQL } from 'drizzle-orm';
import { approvedSittings } from '#modules/enrolments';
import { someNumberOf } from '#modules/identity';
import type { Ctx } from '#platform/context';
import type { Sitting } from './plan/index.ts';

export interface SittingRow extends Record<string, unknown> {
  enrolment: string;
  candidate: string;
  number: string | null;
  district: string;
  slot: string;
  course: string;
  accessible: boolean;
}

const PAGE = 5_000;

/**
 * The approved sittings of a session, page by page in one order, so that no more than a page is held; read twice in one
 * snapshot they are the same.
 */
export async function* sittingPages(
  ctx: Pick<Ctx, 'db'>,
  session: string,
): AsyncGenerator<SittingRow[], void> {
  let after = { enrolment: '00000000-0000-0000-0000-000000000000', slot: '' };
  for (;;) {
    const page = sql`select * from ${approvedSittings(session)} a
      where (a.enrolment, a.slot) > (${after.enrolment}::uuid, ${after.slot})
      order by a.enrolment, a.slot limit ${PAGE}`;
    const { rows } = await ctx.db.execute<SittingRow>(sql`
      ${sittingRows(session, page)} order by p.enrolment, p.slot`);
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)!;
  }
}

/** SQL: sittings with what the planner wants to know of their candidates. */
export const sittingRows = (session: string, sittings: SQL): SQL => sql`
  with p as materialized (${sittings}), n as (${someNumberOf(sql`select candidate from p`)})
  select p.enrolment, p.candidate, p.district, p.slot, p.course, n.number,
         exists (select from seating_needs s where s.session = ${session} and s.candidate = p.candidate) as accessible
    from p left join n on n.candidate = p.candidate`;

/** As the planner takes it: by admission number, which the lot is drawn with. */
export const asSitting = ({ number, district, slot, course, accessible }: SittingRow): Sitting => ({
  candidate: number!,
  district,
  slot,
  course,
  ...(accessible && { accessible }),
});
