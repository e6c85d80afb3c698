import { and, eq, max, sql } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { startSeatingRun as contract } from '@zikao/contract/seating-runs';
import { sessionNames } from '#modules/exams';
import { transaction, type Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { drawSeed } from './seed.ts';
import { seatingRuns } from './tables.ts';
import { viewRun } from './view-run.ts';

/** Commits to a seed by its hash, freezes the rooms, and leaves the planning to a job. */
export async function startRun(
  ctx: Signed,
  { body: { session } }: Parsed<typeof contract>,
): Promise<Given<typeof contract>> {
  const view = await transaction(ctx, async (ctx) => {
    // One after the other, so that no two runs of a session begin together.
    await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${`seating ${session}`}))`);
    const name = (await sessionNames(ctx)).get(session);
    if (!name) throw new Problem('notFound');
    const [planning] = await ctx.db
      .select({ id: seatingRuns.id })
      .from(seatingRuns)
      .where(and(eq(seatingRuns.session, session), eq(seatingRuns.state, 'planning')));
    if (planning) throw new Problem('seating.running');
    const [last] = await ctx.db
      .select({ no: max(seatingRuns.no) })
      .from(seatingRuns)
      .where(eq(seatingRuns.session, session));
    const no = (last?.no ?? 0) + 1;
    const [made] = await ctx.db
      .insert(seatingRuns)
      .values({ session, no, by: ctx.actor.id, ...drawSeed(ctx) })
      .returning({ id: seatingRuns.id });
    const { id } = made!;
    await freezeRooms(ctx, id);
    await ctx.jobs.enqueue(ctx.db, 'planSeating', id, { run: id });
    await trace(ctx, { subject: `seating:${id}`, why: `${name}第 ${no} 次试排` });
    return viewRun(ctx, id);
  });
  ctx.wake();
  return view;
}

/** By code of the venue, then in its own order: the order in which they are filled. */
async function freezeRooms(ctx: Signed, run: string): Promise<void> {
  await ctx.db.execute(sql`
    insert into seating_rooms (run, venue, no, rows, columns, capacity, accessible, position)
    select ${run}, v.id, r.no, r.rows, r.columns, r.capacity, r.accessible,
           row_number() over (order by v.code, r.position)
      from venues v join rooms r on r.venue = v.id where v.in_use`);
}
