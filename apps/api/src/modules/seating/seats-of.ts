import { and, asc, eq } from 'drizzle-orm';
import type { Slot } from '@zikao/contract/exams';
import { slotsOf } from '#modules/exams';
import type { Ctx } from '#platform/context';
import { seatingRooms, seatingRuns, seats, venues } from './tables.ts';

export type Reader = Pick<Ctx, 'db'>;

/** What is printed of a venue. */
export const venueFacts = {
  id: venues.id,
  code: venues.code,
  name: venues.name,
  address: venues.address,
  district: venues.district,
};
export const roomFacts = {
  id: seatingRooms.id,
  no: seatingRooms.no,
  rows: seatingRooms.rows,
  columns: seatingRooms.columns,
  capacity: seatingRooms.capacity,
  accessible: seatingRooms.accessible,
};

export interface PublishedSeat {
  slot: Slot;
  /** Code of the course. */
  course: string;
  venue: { id: string; code: string; name: string; address: string; district: string };
  room: { id: string; no: string; rows: number; columns: number; capacity: number; accessible: boolean };
  /** From 1, in snake order. */
  seat: number;
  /** The number under which the candidate is on the lists. */
  admissionNumber: string;
}

/** A candidate's seats of a session in the order of the half-days; none before they are published. */
export async function seatsOf(ctx: Reader, session: string, candidate: string): Promise<PublishedSeat[]> {
  const rows = await ctx.db
    .select({
      slot: seats.slot,
      course: seats.course,
      seat: seats.seat,
      admissionNumber: seats.admissionNumber,
      venue: venueFacts,
      room: roomFacts,
    })
    .from(seats)
    .innerJoin(seatingRuns, eq(seatingRuns.id, seats.run))
    .innerJoin(seatingRooms, eq(seatingRooms.id, seats.room))
    .innerJoin(venues, eq(venues.id, seatingRooms.venue))
    .where(
      and(
        eq(seats.candidate, candidate),
        eq(seatingRuns.session, session),
        eq(seatingRuns.state, 'published'),
      ),
    )
    .orderBy(asc(seats.slot));
  const slots = await slotsOf(ctx, session, rows[0]?.venue.district);
  return rows.map((row) => ({ ...row, slot: slots.find(({ no }) => no === row.slot)! }));
}
