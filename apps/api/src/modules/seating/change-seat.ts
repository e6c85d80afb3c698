import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { changeSeat as contract } from '@zikao/contract/seating-runs';
import { sessionNames } from '#modules/exams';
import { emit } from '#platform/act';
import { transaction, type Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { getRun, type Run } from './find-run.ts';
import { faultsOf, type SeatingFault } from './plan/index.ts';
import { readRooms } from './read-rooms.ts';
import { viewRoom } from './show-room.ts';
import { seatChanges, seats } from './tables.ts';

type Seat = typeof seats.$inferSelect;
type Spot = Pick<Seat, 'room' | 'seat'>;

const BROKEN: Record<SeatingFault['rule'], string> = {
  unseated: '有考生没有座位。',
  noSuchSeat: '这个考场没有这个座位。',
  otherDistrict: '考生不在这个考区考试。',
  seatTwice: '一个座位坐了两个人。',
  personTwice: '一名考生在同一场次有两个座位。',
  notAccessible: '考生需要无障碍考场，请选无障碍考场的座位。',
  equalNeighbours: '混编考场里相邻座位会出现同一门课程，请选别的座位。',
};

/** Somebody goes to a free seat, or changes places with who sits there; only what keeps the rules, and with a reason. */
export async function changeSeat(
  ctx: Signed,
  { params: { run: id }, body: { seat: which, to, reason } }: Parsed<typeof contract>,
): Promise<Given<typeof contract>> {
  const view = await transaction(ctx, async (ctx) => {
    const run = await getRun(ctx, id, { lock: true });
    if (run.state !== 'published') throw new Problem('conflict');
    const [moving] = await ctx.db
      .select()
      .from(seats)
      .where(and(eq(seats.run, id), eq(seats.id, which)));
    if (!moving) throw new Problem('notFound');
    const near = await ctx.db
      .select()
      .from(seats)
      .where(
        and(eq(seats.run, id), eq(seats.slot, moving.slot), inArray(seats.room, [moving.room, to.room])),
      );
    const other = near.find(({ room, seat }) => room === to.room && seat === to.seat);
    if (other?.id === which) throw new Problem('conflict', '考生已经坐在这里。');
    const now = new Map<string, Spot>([[which, to]]);
    if (other) now.set(other.id, { room: moving.room, seat: moving.seat });
    await refuseBroken(ctx, run, near, now);
    await write(ctx, run, near, now, reason);
    return viewRoom(ctx, run, to.room, moving.slot);
  });
  ctx.wake();
  return view;
}

/** What breaks a rule after the change and did not before. */
async function refuseBroken(ctx: Signed, run: Run, near: Seat[], now: Map<string, Spot>): Promise<void> {
  const frozen = await readRooms(ctx, run.id);
  const input = {
    seed: '',
    venues: frozen.venues,
    slots: [{ no: near[0]!.slot, date: '' }],
    sittings: near.map(({ admissionNumber: candidate, district, slot, course, accessible }) => ({
      candidate,
      district,
      slot,
      course,
      accessible,
    })),
  };
  const rules = (spotOf: (seat: Seat) => Spot) => {
    const places = near.map((one) => {
      const { room, seat } = spotOf(one);
      const found = frozen.at.get(room);
      return found && { ...found, seat };
    });
    if (places.some((place) => !place)) throw new Problem('notFound');
    return faultsOf(input, places).map(({ rule }) => rule);
  };
  const before = rules((seat) => seat);
  const broken = rules((seat) => now.get(seat.id) ?? seat).find(
    (rule, _, all) => all.filter((one) => one === rule).length > before.filter((one) => one === rule).length,
  );
  if (broken) throw new Problem('seating.againstRules', BROKEN[broken]);
}

async function write(
  ctx: Signed,
  run: Run,
  near: Seat[],
  now: Map<string, Spot>,
  reason: string,
): Promise<void> {
  const moved = near.filter(({ id }) => now.has(id));
  await ctx.db.insert(seatChanges).values(
    moved.map(({ id, room, seat }) => ({
      run: run.id,
      seat: id,
      fromRoom: room,
      fromSeat: seat,
      toRoom: now.get(id)!.room,
      toSeat: now.get(id)!.seat,
      reason,
      by: ctx.actor.id,
    })),
  );
  // One statement: two who change places hold each other's seat until it has ended.
  const rows = JSON.stringify(moved.map(({ id }) => ({ id, ...now.get(id)! })));
  await ctx.db.execute(sql`
    update seats s set room = t.room, seat = t.seat, origin = 'moved'
      from jsonb_to_recordset(${rows}::jsonb) as t(id uuid, room uuid, seat integer) where s.id = t.id`);
  const name = (await sessionNames(ctx)).get(run.session) ?? run.session;
  const message = `您${name}考试的座位有调整，请到“查询 - 报考与座位”查看，并重新打印考场座次通知单。`;
  for (const { id, candidate } of moved)
    await trace(ctx, { subject: `seat:${id}`, candidate, why: `调整座位：${reason}` });
  await emit(ctx, 'seats.changed', { candidates: moved.map(({ candidate }) => candidate), message });
}
