import { sql } from 'drizzle-orm';
import { allowed } from '@zikao/contract/lifecycle';
import { seatingLifecycle, type SeatingHead, type SeatingRun } from '@zikao/contract/seating';
import { approvedSittings } from '#modules/enrolments';
import { listDistricts, sessionNames, slotsOf } from '#modules/exams';
import { namesOf } from '#modules/identity';
import type { Signed } from '#platform/context';
import { getRun, type Run } from './find-run.ts';
import { openSeed } from './seed.ts';

/** A run as it is read; a district reads of it what concerns its own venues. */
export async function viewRun(ctx: Signed, id: string): Promise<SeatingRun> {
  const run = await getRun(ctx, id);
  const names = await sessionNames(ctx);
  const own = ctx.actor.district;
  const venues = (await venuesOf(ctx, id)).filter(({ district }) => !own || district === own);
  const codes = new Set(venues.map(({ code }) => code));
  const { items: districts } = await listDistricts(ctx);
  const { report, shortfalls, fault, reason } = run;
  return {
    ...headOf(run, names),
    actions: allowed(seatingLifecycle, run.state, ctx.actor.role),
    seedHash: run.seedHash,
    ...(run.publishedAt && { seed: openSeed(ctx, run.seedSealed) }),
    progress: run.progress,
    ...(report && {
      report: {
        ...report,
        byVenue: report.byVenue.filter(({ venue }) => codes.has(venue)),
        byDistrict: report.byDistrict.filter(({ district }) => !own || district === own),
      },
    }),
    ...(shortfalls && { shortfalls }),
    ...(fault && { fault }),
    ...(reason && { reason }),
    by: (await namesOf(ctx, [run.by])).get(run.by) ?? '',
    slots: await slotsOf(ctx, run.session),
    districts: districts.map(({ code, name }) => ({ code, name })).filter(({ code }) => !own || code === own),
    venues,
    ...(await changedSince(ctx, run)),
  };
}

export const headOf = (run: Run, names: Map<string, string>): SeatingHead => ({
  id: run.id,
  session: run.session,
  sessionName: names.get(run.session) ?? run.session,
  no: run.no,
  state: run.state,
  at: run.at.toISOString(),
  ...(run.publishedAt && { publishedAt: run.publishedAt.toISOString() }),
  ...(run.withdrawnAt && { withdrawnAt: run.withdrawnAt.toISOString() }),
});

/** What was approved since without a seat, and seats of what is approved no more. Matters while it may be or is published. */
export async function changedSince(
  ctx: Pick<Signed, 'db'>,
  { id, session, state }: Run,
): Promise<{ unseated: number; gone: number }> {
  if (state !== 'planned' && state !== 'published') return { unseated: 0, gone: 0 };
  const same = sql`(s.enrolment, s.district, s.slot, s.course) = (a.enrolment, a.district, a.slot, a.course)`;
  const { rows } = await ctx.db.execute<{ unseated: number; gone: number }>(sql`
    with a as materialized ${approvedSittings(session)}, s as (select * from seats where run = ${id})
    select (select count(*)::int from a where not exists (select from s where ${same})) as unseated,
           (select count(*)::int from s where not exists (select from a where ${same})) as gone`);
  return rows[0]!;
}

async function venuesOf(ctx: Signed, run: string): Promise<SeatingRun['venues']> {
  const { rows } = await ctx.db.execute<SeatingRun['venues'][number]>(sql`
    select id, code, name, district from venues v
     where exists (select from seating_rooms r where r.run = ${run} and r.venue = v.id) order by code`);
  return rows;
}
