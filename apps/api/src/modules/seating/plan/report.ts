import type { Place, SeatingInput } from './input.ts';

/** What the province reads before it publishes. */
export interface SeatingReport {
  sittings: number;
  /** Rooms in use, each counted once per slot; `mixed`: with more than one course. */
  rooms: number;
  mixedRooms: number;
  /** Seats left empty in rooms in use. */
  emptySeats: number;
  /** People who change the venue within a day. */
  moves: number;
  byVenue: { venue: string; slot: string; sittings: number; rooms: number }[];
}

export function reportOf({ sittings, slots, venues }: SeatingInput, places: readonly Place[]): SeatingReport {
  const rooms = new Map<
    string,
    { venue: number; slot: string; capacity: number; taken: number; courses: Set<string> }
  >();
  const days = new Map<string, Set<number>>();
  const dateOf = new Map(slots.map(({ no, date }) => [no, date]));
  for (const [at, { candidate, slot, course }] of sittings.entries()) {
    const { venue, room } = places[at]!;
    const { capacity } = venues[venue]!.rooms[room]!;
    const open = upsert(rooms, `${slot} ${venue} ${room}`, () => ({
      venue,
      slot,
      capacity,
      taken: 0,
      courses: new Set(),
    }));
    open.taken++;
    open.courses.add(course);
    upsert(days, `${dateOf.get(slot)} ${candidate}`, () => new Set()).add(venue);
  }
  const open = [...rooms.values()];
  return {
    sittings: sittings.length,
    rooms: open.length,
    mixedRooms: open.filter(({ courses }) => courses.size > 1).length,
    emptySeats: open.reduce((sum, { capacity, taken }) => sum + capacity - taken, 0),
    moves: [...days.values()].filter((seen) => seen.size > 1).length,
    byVenue: venues.flatMap(({ code }, venue) =>
      slots.flatMap(({ no: slot }) => {
        const own = open.filter((room) => room.venue === venue && room.slot === slot);
        const seated = own.reduce((sum, { taken }) => sum + taken, 0);
        return own.length > 0 ? [{ venue: code, slot, sittings: seated, rooms: own.length }] : [];
      }),
    ),
  };
}

function upsert<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
}
