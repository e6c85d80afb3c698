import { sql } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { addLateSeats as contract } from '@zikao/contract/seating-runs';
import { approvedSittings } from '#modules/enrolments';
import { sessionNames } from '#modules/exams';
import { emit } from '#platform/act';
import { transaction, type Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { getRun, type Run } from './find-run.ts';
import { addLate } from './plan/index.ts';
import { asSitting, type SittingRow, sittingRows } from './read-sittings.ts';
import { readSeats } from './read-seats.ts';
import { seatChanges, seats } from './tables.ts';

const REASON = '补排';

/** Gives who was approved after publication a seat that is free; nobody else moves. */
export async function seatLate(
  ctx: Signed,
  { params: { run: id } }: Parsed<typeof contract>,
): Promise<Given<typeof contract>> {
  const answer = await transaction(ctx, async (ctx) => {
    const run = await getRun(ctx, id, { lock: true });
    if (run.state !== 'published') throw new Problem('conflict');
    const late = await unseated(ctx, run);
    const districts = [...new Set(late.map(({ district }) => district))];
    const { input, places, frozen } = await readSeats(ctx, run, { districts });
    const all = { ...input, sittings: [...input.sittings, ...late.map(asSitting)] };
    const found = late.map((sitting, at) => ({ sitting, at }));
    const placed = addLate(all, places);
    const added = found.flatMap(({ sitting, at }) => {
      const place = placed[at];
      return place ? [{ sitting, room: frozen.ids[place.venue]![place.room]!, seat: place.seat }] : [];
    });
    await write(ctx, run, added);
    await trace(ctx, { subject: `seating:${id}`, why: `补排 ${added.length} 人次` });
    return {
      added: added.length,
      missing: found
        .filter(({ at }) => !placed[at])
        .map(({ sitting: { number, slot, course } }) => ({ admissionNumber: number!, slot, course })),
    };
  });
  ctx.wake();
  return answer;
}

/** Who is approved and has no seat in that half-day; who has one for something else keeps it. */
async function unseated(ctx: Signed, { id, session }: Run): Promise<SittingRow[]> {
  const without = sql`select * from ${approvedSittings(session)} a
    where not exists (select from seats s where s.run = ${id} and s.candidate = a.candidate and s.slot = a.slot)`;
  const { rows } = await ctx.db.execute<SittingRow>(sql`
    ${sittingRows(session, without)} order by n.number, p.slot`);
  return rows.filter(({ number }) => number !== null);
}

async function write(
  ctx: Signed,
  run: Run,
  added: { sitting: SittingRow; room: string; seat: number }[],
): Promise<void> {
  if (added.length === 0) return;
  const made = await ctx.db
    .insert(seats)
    .values(
      added.map(({ sitting: { number, ...sitting }, room, seat }) => ({
        ...sitting,
        run: run.id,
        admissionNumber: number!,
        room,
        seat,
        origin: 'late' as const,
      })),
    )
    .returning();
  await ctx.db.insert(seatChanges).values(
    made.map(({ id: seat, room: toRoom, seat: toSeat }) => ({
      run: run.id,
      seat,
      toRoom,
      toSeat,
      reason: REASON,
      by: ctx.actor.id,
    })),
  );
  const name = (await sessionNames(ctx)).get(run.session) ?? run.session;
  const message = `您${name}考试的考场座次已经排定，请到“查询 - 报考与座位”查看考点、考场和座位，并在规定时间内打印考场座次通知单。`;
  const people = [...new Set(added.map(({ sitting }) => sitting.candidate))];
  if (people.length) await emit(ctx, 'seats.published', { candidates: people, message });
}
