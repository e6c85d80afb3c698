import { and, asc, count, countDistinct, eq, inArray, type SQL } from 'drizzle-orm';
import { type Reader, roomFacts, venueFacts } from './seats-of.ts';
import { seatingRooms, seatingRuns, seats, venues } from './tables.ts';

/** Which runs are read: the published one of a session, or any by its id. */
export type WhichRun = { session: string } | { run: string };

const thatRun = (of: WhichRun): SQL =>
  'run' in of
    ? eq(seatingRuns.id, of.run)
    : and(eq(seatingRuns.session, of.session), eq(seatingRuns.state, 'published'))!;

/** The rooms in use, half-day by half-day, in the order they were filled; of one venue or district, if named. */
export async function roomsOf(
  ctx: Reader,
  of: WhichRun,
  only: { venue?: string; district?: string; slot?: string } = {},
) {
  return ctx.db
    .select({
      slot: seats.slot,
      venue: venueFacts,
      room: roomFacts,
      people: count(),
      courses: countDistinct(seats.course),
    })
    .from(seats)
    .innerJoin(seatingRuns, eq(seatingRuns.id, seats.run))
    .innerJoin(seatingRooms, eq(seatingRooms.id, seats.room))
    .innerJoin(venues, eq(venues.id, seatingRooms.venue))
    .where(
      and(
        thatRun(of),
        only.venue ? eq(venues.id, only.venue) : undefined,
        only.district ? eq(venues.district, only.district) : undefined,
        only.slot ? eq(seats.slot, only.slot) : undefined,
      ),
    )
    .groupBy(seats.slot, venues.id, seatingRooms.id)
    .orderBy(asc(seats.slot), asc(venues.code), asc(seatingRooms.position));
}
export type RoomInUse = Awaited<ReturnType<typeof roomsOf>>[number];

/** Who sits in a room in one half-day, by seat. `room`: its id in the run. */
export async function occupantsOf(ctx: Reader, room: string, slot: string) {
  return ctx.db
    .select({
      id: seats.id,
      seat: seats.seat,
      candidate: seats.candidate,
      enrolment: seats.enrolment,
      admissionNumber: seats.admissionNumber,
      course: seats.course,
      origin: seats.origin,
    })
    .from(seats)
    .where(and(eq(seats.room, room), eq(seats.slot, slot)))
    .orderBy(asc(seats.seat));
}
export type Occupant = Awaited<ReturnType<typeof occupantsOf>>[number];

/** The courses sat in each of those rooms in one half-day. */
export async function coursesIn(
  ctx: Reader,
  ids: readonly string[],
  slot: string,
): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .selectDistinct({ room: seats.room, course: seats.course })
    .from(seats)
    .where(and(inArray(seats.room, [...ids]), eq(seats.slot, slot)))
    .orderBy(asc(seats.course));
  return new Map(
    [...Map.groupBy(rows, ({ room }) => room)].map(([room, own]) => [room, own.map(({ course }) => course)]),
  );
}
