import { and, asc, eq, inArray } from 'drizzle-orm';
import { slotsOf } from '#modules/exams';
import type { Ctx } from '#platform/context';
import type { Place, SeatingInput } from './plan/index.ts';
import { type FrozenRooms, readRooms } from './read-rooms.ts';
import type { Run } from './find-run.ts';
import { seats } from './tables.ts';

type Seat = typeof seats.$inferSelect;

/** Who is seated, as the planner takes it, with everybody's place; the seed is left empty. */
export interface Seated {
  input: SeatingInput;
  places: Place[];
  seats: Seat[];
  frozen: FrozenRooms;
}

/** A run with the seats of some districts, or of all. */
export async function readSeats(
  ctx: Pick<Ctx, 'db'>,
  run: Run,
  { districts }: { districts?: readonly string[] } = {},
): Promise<Seated> {
  const rows = await ctx.db
    .select()
    .from(seats)
    .where(and(eq(seats.run, run.id), districts ? inArray(seats.district, [...districts]) : undefined))
    .orderBy(asc(seats.enrolment), asc(seats.slot));
  const frozen = await readRooms(ctx, run.id);
  const slots = (await slotsOf(ctx, run.session)).map(({ no, date }) => ({ no, date }));
  const sittings = rows.map(({ admissionNumber: candidate, district, slot, course, accessible }) => ({
    candidate,
    district,
    slot,
    course,
    ...(accessible && { accessible }),
  }));
  const places = rows.map(({ room, seat }) => ({ ...frozen.at.get(room)!, seat }));
  return { input: { seed: '', slots, venues: frozen.venues, sittings }, places, seats: rows, frozen };
}
