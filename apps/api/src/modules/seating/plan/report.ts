import { sameSideBySide } from './grid.ts';
import type { Place, SeatingInput } from './input.ts';
import { seatsOf } from './rooms.ts';

/** What the province reads before it publishes. */
export interface SeatingReport {
  sittings: number;
  /** Rooms in use, each counted once per slot; `mixed`: with more than one course. */
  rooms: number;
  mixedRooms: number;
  /** Seats left empty in rooms in use. */
  emptySeats: number;
  /** Pairs side by side in mixed rooms with the same course. */
  equalNeighbours: number;
  /** People who change the venue within a day. */
  moves: number;
  byVenue: { venue: string; slot: string; sittings: number; rooms: number }[];
  /** What there is to seat and to seat it with. */
  byDistrict: { district: string; slot: string; sittings: number; seats: number }[];
}

/** A room in one slot. */
interface InUse {
  venue: number;
  rows: number;
  taken: number;
  /** Course by seat. */
  at: (string | undefined)[];
}

const ROOMS = 2 ** 16;

export function reportOf(input: SeatingInput, places: readonly Place[]): SeatingReport {
  const { sittings, slots, venues } = input;
  const bySlot = new Map<string, Map<number, InUse>>(slots.map(({ no }) => [no, new Map()]));
  for (const [at, { slot, course }] of sittings.entries()) {
    const { venue, room, seat } = places[at]!;
    const open = upsert(bySlot.get(slot)!, venue * ROOMS + room, () => {
      const { capacity: length, rows } = venues[venue]!.rooms[room]!;
      return { venue, rows, taken: 0, at: Array.from<string | undefined>({ length }) };
    });
    open.taken++;
    open.at[seat - 1] = course;
  }
  const open = [...bySlot.values()].flatMap((rooms) => [...rooms.values()]);
  const mixed = open.filter(({ at }) => isMixed(at));
  return {
    sittings: sittings.length,
    rooms: open.length,
    mixedRooms: mixed.length,
    emptySeats: open.reduce((sum, { at, taken }) => sum + at.length - taken, 0),
    equalNeighbours: mixed.reduce((sum, { at, rows }) => sum + sameSideBySide(at, rows), 0),
    moves: movesOf(input, places),
    byVenue: venues.flatMap(({ code }, venue) =>
      slots.flatMap(({ no: slot }) => {
        const own = [...bySlot.get(slot)!.values()].filter((room) => room.venue === venue);
        const seated = own.reduce((sum, { taken }) => sum + taken, 0);
        return own.length > 0 ? [{ venue: code, slot, sittings: seated, rooms: own.length }] : [];
      }),
    ),
    byDistrict: districtsOf(input),
  };
}

function isMixed(courses: readonly (string | undefined)[]): boolean {
  const first = courses.find((course) => course !== undefined);
  return courses.some((course) => course !== undefined && course !== first);
}

function movesOf({ sittings, slots }: SeatingInput, places: readonly Place[]): number {
  const dateOf = new Map(slots.map(({ no, date }) => [no, date]));
  const first = new Map<string, Map<string, number>>(slots.map(({ date }) => [date, new Map()]));
  const moved = new Map<string, Set<string>>(slots.map(({ date }) => [date, new Set()]));
  for (const [at, { candidate, slot }] of sittings.entries()) {
    const date = dateOf.get(slot)!;
    const { venue } = places[at]!;
    if (upsert(first.get(date)!, candidate, () => venue) !== venue) moved.get(date)!.add(candidate);
  }
  return [...moved.values()].reduce((sum, { size }) => sum + size, 0);
}

function districtsOf({ sittings, slots, venues }: SeatingInput): SeatingReport['byDistrict'] {
  const counts = new Map<string, Map<string, number>>();
  for (const { district, slot } of sittings) {
    const own = upsert(counts, district, () => new Map<string, number>());
    own.set(slot, (own.get(slot) ?? 0) + 1);
  }
  return [...counts.keys()].toSorted().flatMap((district) => {
    const own = venues.filter((venue) => venue.district === district);
    const seats = seatsOf(own.flatMap(({ rooms }) => rooms));
    return slots.flatMap(({ no: slot }) => {
      const sat = counts.get(district)!.get(slot);
      return sat === undefined ? [] : [{ district, slot, sittings: sat, seats }];
    });
  });
}

function upsert<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
