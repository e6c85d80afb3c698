import { EMPTY } from './grid.ts';
import type { Room, SeatingInput } from './input.ts';

/** A room in one slot, while it is being filled. */
export interface OpenRoom {
  venue: number;
  /** Index in its venue. */
  no: number;
  room: Room;
  /** The sitting at each seat, or EMPTY. */
  sitting: Int32Array;
  /** Its course, or EMPTY: what neighbours are compared by. */
  course: Int32Array;
  taken: number;
}

/** All rooms of every slot, empty. First index: slot; second: venue. */
export function openRooms({ slots, venues }: SeatingInput): OpenRoom[][][] {
  return slots.map(() =>
    venues.map(({ rooms }, venue) =>
      rooms.map((room, no) => ({
        venue,
        no,
        room,
        sitting: new Int32Array(room.capacity).fill(EMPTY),
        course: new Int32Array(room.capacity).fill(EMPTY),
        taken: 0,
      })),
    ),
  );
}

export function take(room: OpenRoom, seat: number, sitting: number, course: number): void {
  room.sitting[seat] = sitting;
  room.course[seat] = course;
  room.taken++;
}

export function clear(room: OpenRoom): void {
  if (room.taken === 0) return;
  room.sitting.fill(EMPTY);
  room.course.fill(EMPTY);
  room.taken = 0;
}

export const seatsOf = (rooms: readonly { capacity: number }[]) =>
  rooms.reduce((sum, { capacity }) => sum + capacity, 0);
