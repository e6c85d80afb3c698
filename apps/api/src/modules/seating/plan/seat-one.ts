import { EMPTY, meetsItself, sideBySide } from './grid.ts';
import { take, type OpenRoom } from './rooms.ts';

/** Somebody to be seated among others who keep their seats. */
export interface Late {
  sitting: number;
  course: number;
  accessible: boolean;
  /** Where the same person sits that day. */
  venue?: number;
}

/**
 * The first seat the rules allow: at the person's venue of the day before others; there in a room of that course alone,
 * then in a mixed one, then in an unused one. Undefined: none.
 */
export function seatOne(
  late: Late,
  venues: readonly OpenRoom[][],
): { room: OpenRoom; seat: number } | undefined {
  const own = late.venue === undefined ? [] : [venues[late.venue]!];
  const others = venues.filter((_, venue) => venue !== late.venue);
  for (const group of [own, others]) {
    const rooms = group
      .flat()
      .filter(({ room, taken }) => taken < room.capacity && (!late.accessible || room.accessible));
    for (const room of rooms.toSorted((a, b) => rank(a, late.course) - rank(b, late.course))) {
      const seat = freeSeat(room, late.course);
      if (seat === undefined) continue;
      take(room, seat, late.sitting, late.course);
      return { room, seat };
    }
  }
  return undefined;
}

const rank = (room: OpenRoom, wanted: number) => (room.taken === 0 ? 2 : isOnly(room, wanted) ? 0 : 1);

/** Nobody sits another course there. */
const isOnly = ({ course }: OpenRoom, wanted: number) =>
  course.every((other) => other === EMPTY || other === wanted);

/** A room of one course stays one where people of that course sit side by side. */
function freeSeat(room: OpenRoom, course: number): number | undefined {
  const { rows } = room.room;
  const free = (seat: number) => room.course[seat] === EMPTY;
  const seats = [...room.course.keys()].filter(free);
  if (isOnly(room, course)) return seats[0];
  if (sideBySide(room.course, rows)) return undefined;
  return seats.find((seat) => !meetsItself(room.course, rows, seat, course));
}
