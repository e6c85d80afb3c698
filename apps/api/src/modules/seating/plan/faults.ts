import { EMPTY, sideBySide } from './grid.ts';
import type { Place, SeatingInput } from './input.ts';

/** A rule that a set of places breaks, by index of the sitting. */
export interface SeatingFault {
  rule:
    | 'unseated'
    | 'noSuchSeat'
    | 'otherDistrict'
    | 'seatTwice'
    | 'personTwice'
    | 'notAccessible'
    | 'equalNeighbours';
  sitting: number;
}

/** One slot: who was met in it, and the sitting at each seat of its rooms, by number of the room. */
interface Met {
  people: Set<string>;
  rooms: Map<number, number[]>;
}

const ROOMS = 2 ** 16;

/**
 * Checks places against every rule, from the input alone and without anything the planner worked out. An empty answer
 * is what a plan must have before it is published, and what somebody who runs it again looks for.
 */
export function faultsOf(input: SeatingInput, places: readonly (Place | undefined)[]): SeatingFault[] {
  const faults: SeatingFault[] = [];
  const slots = new Map<string, Met>();
  for (const [at, sitting] of input.sittings.entries()) {
    const fault = (rule: SeatingFault['rule']) => faults.push({ rule, sitting: at });
    const met = slots.get(sitting.slot) ?? { people: new Set(), rooms: new Map() };
    slots.set(sitting.slot, met);
    if (met.people.has(sitting.candidate)) fault('personTwice');
    met.people.add(sitting.candidate);
    const place = places[at];
    if (!place) {
      fault('unseated');
      continue;
    }
    const venue = input.venues[place.venue];
    const room = venue?.rooms[place.room];
    if (!venue || !room || !(place.seat >= 1 && place.seat <= room.capacity)) {
      fault('noSuchSeat');
      continue;
    }
    if (venue.district !== sitting.district) fault('otherDistrict');
    if (sitting.accessible && !room.accessible) fault('notAccessible');
    const key = place.venue * ROOMS + place.room;
    const seats = met.rooms.get(key) ?? Array.from<number>({ length: room.capacity }).fill(EMPTY);
    if (seats[place.seat - 1] !== EMPTY) fault('seatTwice');
    seats[place.seat - 1] = at;
    met.rooms.set(key, seats);
  }
  for (const { rooms } of slots.values())
    for (const seats of rooms.values()) {
      const sitting = seats.find((at) => at !== EMPTY)!;
      if (meets(input, places[sitting]!, seats)) faults.push({ rule: 'equalNeighbours', sitting });
    }
  return faults;
}

/** In a mixed room, whether a course sits beside itself. */
function meets({ sittings, venues }: SeatingInput, { venue, room }: Place, seats: number[]): boolean {
  const codes = new Map<string, number>();
  const courses = seats.map((at) => {
    if (at === EMPTY) return EMPTY;
    const { course } = sittings[at]!;
    const known = codes.get(course);
    if (known !== undefined) return known;
    codes.set(course, codes.size);
    return codes.size - 1;
  });
  return codes.size > 1 && sideBySide(courses, venues[venue]!.rooms[room]!.rows);
}
