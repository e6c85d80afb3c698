import { eq, sql } from 'drizzle-orm';
import type { EventName } from '@zikao/contract/events';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import type * as contract from '@zikao/contract/seating-runs';
import { sessionNames } from '#modules/exams';
import { act, emitFrom } from '#platform/act';
import { appNow } from '#platform/clock';
import { transaction, type Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { getRun, type Run } from './find-run.ts';
import { seatingSubject } from './subject.ts';
import { seatingRuns, seats } from './tables.ts';
import { changedSince, viewRun } from './view-run.ts';

/** One event tells so many candidates. */
const TOLD_AT_ONCE = 250;

export function cancelRun(
  ctx: Signed,
  { params: { run: id } }: Parsed<typeof contract.cancelSeatingRun>,
): Promise<Given<typeof contract.cancelSeatingRun>> {
  return transaction(ctx, async (ctx) => {
    await getRun(ctx, id);
    await act(ctx, seatingSubject, 'cancel', id);
    await trace(ctx, { subject: `seating:${id}`, why: '取消编排' });
    return viewRun(ctx, id);
  });
}

/** All seats at once, by the state of their run: who reads meanwhile sees none of them or all. Everybody is told. */
export async function publishRun(
  ctx: Signed,
  { params: { run: id } }: Parsed<typeof contract.publishSeatingRun>,
): Promise<Given<typeof contract.publishSeatingRun>> {
  const view = await transaction(ctx, async (ctx) => {
    const { session } = await getRun(ctx, id);
    // A whole province's seats take longer to compare than a request may.
    await ctx.db.execute(sql`set local statement_timeout = '15min'`);
    // All runs of the session, in one order: only one of them is published, and two publications must not meet.
    const runs = await ctx.db
      .select()
      .from(seatingRuns)
      .where(eq(seatingRuns.session, session))
      .orderBy(seatingRuns.no)
      .for('update');
    if (runs.some((run) => run.state === 'published')) throw new Problem('seating.published');
    await refuseOutdated(
      ctx,
      runs.find((run) => run.id === id)!,
    );
    await act(ctx, seatingSubject, 'publish', id, { set: { publishedAt: appNow } });
    const name = await nameOf(ctx, session);
    await trace(ctx, { subject: `seating:${id}`, why: `公布${name}考场座次` });
    await tellEverybody(
      ctx,
      id,
      'seats.published',
      `${name}考试的考场座次已经公布，请到“查询 - 报考与座位”查看考点、考场和座位，并在规定时间内打印考场座次通知单。`,
    );
    return viewRun(ctx, id);
  });
  ctx.wake();
  return view;
}

/** Takes a dry run or what is published back, whole; who had been told is told. */
export async function withdrawRun(
  ctx: Signed,
  { params: { run: id }, body: { reason } }: Parsed<typeof contract.withdrawSeatingRun>,
): Promise<Given<typeof contract.withdrawSeatingRun>> {
  const view = await transaction(ctx, async (ctx) => {
    const { state, session } = await getRun(ctx, id, { lock: true });
    await act(ctx, seatingSubject, 'rollBack', id, {
      set: { reason, withdrawnAt: appNow },
      note: { text: reason },
    });
    const name = await nameOf(ctx, session);
    await trace(ctx, { subject: `seating:${id}`, why: reason });
    if (state === 'published')
      await tellEverybody(
        ctx,
        id,
        'seats.withdrawn',
        `${name}考试原来公布的考场座次已撤回，请不要按原座次赴考。重新公布后会再通知您，请以新的座次为准，并重新打印考场座次通知单。`,
      );
    return viewRun(ctx, id);
  });
  ctx.wake();
  return view;
}

async function refuseOutdated(ctx: Signed, run: Run): Promise<void> {
  if (run.state !== 'planned') throw new Problem('conflict');
  const { unseated, gone } = await changedSince(ctx, run);
  const { rows } = await ctx.db.execute(sql`
    select from seating_rooms f join venues v on v.id = f.venue
     where f.run = ${run.id} and exists (select from seats s where s.room = f.id) and not exists (
       select from rooms r where r.venue = f.venue and v.in_use and r.no = f.no
          and (r.rows, r.columns, r.accessible) = (f.rows, f.columns, f.accessible) and r.capacity >= f.capacity)`);
  const changes = [
    unseated > 0 && `新增 ${unseated} 人次未编排`,
    gone > 0 && `${gone} 人次已不再报考`,
    rows.length > 0 && `${rows.length} 个已编排的考场有改动或已停用`,
  ].filter((change) => change !== false);
  if (changes.length)
    throw new Problem('seating.outdated', `试排之后${changes.join('，')}。请重新试排再公布。`);
}

const nameOf = async (ctx: Signed, session: string) => (await sessionNames(ctx)).get(session) ?? session;

async function tellEverybody(
  ctx: Signed,
  run: string,
  event: Extract<EventName, 'seats.published' | 'seats.withdrawn'>,
  message: string,
): Promise<void> {
  await ctx.db.execute(
    emitFrom(
      event,
      sql`select jsonb_build_object('message', ${message}::text, 'candidates', jsonb_agg(candidate)) from (
        select candidate, (row_number() over (order by candidate) - 1) / ${TOLD_AT_ONCE}::int as part
          from (select distinct candidate from ${seats} where run = ${run}) each) people
        group by part order by part`,
    ),
  );
}
