import { and, eq } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { SeatedRoom } from '@zikao/contract/seating';
import type { getSeatedRoom, listSeatedRooms } from '@zikao/contract/seating-runs';
import { coursesOf, slotsOf } from '#modules/exams';
import { namesOf } from '#modules/identity';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { getRun, type Run } from './find-run.ts';
import { coursesIn, occupantsOf, roomsOf } from './occupants-of.ts';
import { venueScope } from './scope.ts';
import { roomFacts, venueFacts } from './seats-of.ts';
import { seatingRooms, venues } from './tables.ts';

/** The rooms one venue uses in one half-day. */
export async function listRooms(
  ctx: Signed,
  { params: { run: id }, query }: Parsed<typeof listSeatedRooms>,
): Promise<Given<typeof listSeatedRooms>> {
  const run = await getRun(ctx, id);
  const district = ctx.actor.district;
  const rows = await roomsOf(ctx, { run: run.id }, { ...query, ...(district && { district }) });
  const courses = await coursesIn(
    ctx,
    rows.map(({ room }) => room.id),
    query.slot,
  );
  return {
    items: rows.map(({ room: { id: room, no, capacity }, people }) => ({
      id: room,
      no,
      capacity,
      people,
      courses: courses.get(room) ?? [],
    })),
  };
}

/** Who sits where in a room in one half-day. */
export async function showRoom(
  ctx: Signed,
  { params: { run: id, room }, query: { slot } }: Parsed<typeof getSeatedRoom>,
): Promise<Given<typeof getSeatedRoom>> {
  return viewRoom(ctx, await getRun(ctx, id), room, slot);
}

export async function viewRoom(ctx: Signed, run: Run, room: string, slot: string): Promise<SeatedRoom> {
  const [found] = await ctx.db
    .select({ room: roomFacts, venue: venueFacts })
    .from(seatingRooms)
    .innerJoin(venues, eq(venues.id, seatingRooms.venue))
    .where(and(eq(seatingRooms.run, run.id), eq(seatingRooms.id, room), venueScope(ctx.actor)));
  const half = (await slotsOf(ctx, run.session, found?.venue.district)).find(({ no }) => no === slot);
  if (!found || !half) throw new Problem('notFound');
  const people = await occupantsOf(ctx, room, slot);
  const names = await namesOf(
    ctx,
    people.map(({ candidate }) => candidate),
  );
  const codes = [...new Set(people.map(({ course }) => course))].toSorted();
  const courses = await coursesOf(ctx, codes);
  return {
    ...found.room,
    venue: found.venue,
    slot: half,
    courses: codes.map((code) => ({ code, name: courses.get(code)?.name ?? code })),
    seats: people.map(({ id, seat, candidate, admissionNumber, course, origin }) => ({
      id,
      seat,
      name: names.get(candidate) ?? '',
      admissionNumber,
      course,
      origin,
    })),
    changeable: ctx.actor.role === 'province' && run.state === 'published',
  };
}
