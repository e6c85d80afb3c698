import { indexInput } from './index-input.ts';
import type { Place, SeatingInput } from './input.ts';
import { openRooms, take } from './rooms.ts';
import { seatOne } from './seat-one.ts';

/**
 * Seats people who came after publication; nobody who has a seat is moved. `places`: of the first sittings of the input,
 * those behind them are late. Undefined: that one finds no seat the rules allow.
 */
export function addLate(input: SeatingInput, places: readonly Place[]): (Place | undefined)[] {
  const { slot, course } = indexInput(input);
  const { sittings, slots, venues } = input;
  const rooms = openRooms(input);
  const dayOf = (at: number) => `${slots[slot[at]!]!.date} ${sittings[at]!.candidate}`;
  const venueOfDay = new Map<string, number>();
  for (const [at, { venue, room, seat }] of places.entries()) {
    take(rooms[slot[at]!]![venue]![room]!, seat - 1, at, course[at]!);
    venueOfDay.set(dayOf(at), venue);
  }
  return sittings.slice(places.length).map((sitting, behind) => {
    const at = places.length + behind;
    const open = rooms[slot[at]!]!.map((venue, no) =>
      venues[no]!.district === sitting.district ? venue : [],
    );
    const found = seatOne(
      {
        sitting: at,
        course: course[at]!,
        accessible: sitting.accessible === true,
        venue: venueOfDay.get(dayOf(at)),
      },
      open,
    );
    if (!found) return undefined;
    venueOfDay.set(dayOf(at), found.room.venue);
    return { venue: found.room.venue, room: found.room.no, seat: found.seat + 1 };
  });
}
