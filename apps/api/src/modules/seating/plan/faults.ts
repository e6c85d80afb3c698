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

/**
 * Checks places against every rule, from the input alone and without anything the planner worked out. An empty answer
 * is what a plan must have before it is published, and what somebody who runs it again looks for.
 */
export function faultsOf(input: SeatingInput, places: readonly (Place | undefined)[]): SeatingFault[] {
  const faults: SeatingFault[] = [];
  const rooms = new Map<string, number[]>();
  const people = new Set<string>();
  for (const [at, sitting] of input.sittings.entries()) {
    const fault = (rule: SeatingFault['rule']) => faults.push({ rule, sitting: at });
    const person = `${sitting.slot} ${sitting.candidate}`;
    if (people.has(person)) fault('personTwice');
    people.add(person);
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
    const key = `${sitting.slot} ${place.venue} ${place.room}`;
    const seats = rooms.get(key) ?? Array.from<number>({ length: room.capacity }).fill(EMPTY);
    if (seats[place.seat - 1] !== EMPTY) fault('seatTwice');
    seats[place.seat - 1] = at;
    rooms.set(key, seats);
  }
  return [...faults, ...equalNeighbours(input, places, rooms)];
}

function equalNeighbours(
  { sittings, venues }: SeatingInput,
  places: readonly (Place | undefined)[],
  rooms: Map<string, number[]>,
): SeatingFault[] {
  const codes = new Map<string, number>();
  const codeOf = (course: string) => codes.get(course) ?? codes.set(course, codes.size).size - 1;
  return [...rooms.values()].flatMap((seats) => {
    const sitting = seats.find((at) => at !== EMPTY)!;
    const { venue, room } = places[sitting]!;
    const courses = seats.map((at) => (at === EMPTY ? EMPTY : codeOf(sittings[at]!.course)));
    const mixed = new Set(courses.filter((course) => course !== EMPTY)).size > 1;
    return mixed && sideBySide(courses, venues[venue]!.rooms[room]!.rows)
      ? [{ rule: 'equalNeighbours' as const, sitting }]
      : [];
  });
}
