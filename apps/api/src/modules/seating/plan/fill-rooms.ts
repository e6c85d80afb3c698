import type { Indexed } from './index-input.ts';
import { take, type OpenRoom } from './rooms.ts';

/** The rest of a course after its full rooms, in turn. */
interface Rest {
  course: number;
  sittings: number[];
}

/**
 * Seats everybody of one slot at one venue: full rooms of one course, then the rests. A rest gets a room of its own from
 * `ownRoomFrom` people on while rooms last; the others are mixed. Gives back whom the rules leave no seat for here.
 */
export function fillRooms(
  indexed: Indexed,
  rooms: readonly OpenRoom[],
  sittings: readonly number[],
  ownRoomFrom: number,
): number[] {
  const { course, accessible: needs } = indexed;
  const [first, others] = split(inTurn(indexed, sittings), (at) => needs[at] === 1);
  const accessible = rooms.filter(({ room }) => room.accessible);
  const unseated = mix(byCourse(first, course), accessible);
  const free = rooms.filter(({ taken }) => taken === 0);
  const rests = fillWhole(byCourse(others, course), free);
  giveOwnRooms(rests, free, ownRoomFrom);
  // Seats left beside people who need an accessible room are used last but one, so that nobody is turned away for them.
  const left = mix(rests, [...free, ...accessible.filter(({ taken }) => taken > 0)]);
  return [...unseated, ...left];
}

/**
 * In the order of the slot. Equal turns keep the order they came in, which is that of the lots. Turns are below 2³²: with
 * the place behind them they are numbers still, and numbers alone sort fast.
 */
function inTurn({ turn }: Indexed, sittings: readonly number[]): number[] {
  if (sittings.length > PLACES) throw new RangeError('too many people for one venue and slot');
  const keys = Float64Array.from(sittings, (one, at) => turn[one]! * PLACES + at);
  return Array.from(keys.toSorted(), (key) => sittings[key % PLACES]!);
}
const PLACES = 2 ** 21;

/** Rooms of one course, filled to the last seat; what is left of each course, the largest first. */
function fillWhole(courses: Rest[], free: OpenRoom[]): Rest[] {
  for (const { course, sittings } of courses)
    while (free.length > 0 && sittings.length >= free[0]!.room.capacity)
      fillWith(free.shift()!, course, sittings);
  return largestFirst(courses.filter(({ sittings }) => sittings.length > 0));
}

/** As long as what remains can be mixed into the rooms that remain, the largest rest has a room to itself. */
function giveOwnRooms(rests: Rest[], free: OpenRoom[], ownRoomFrom: number): void {
  while (rests.length > 0 && free.length > 0) {
    const [largest, ...others] = rests as [Rest, ...Rest[]];
    const room = free.find(({ room: { capacity } }) => capacity >= largest.sittings.length);
    if (!room || (others.length > 0 && largest.sittings.length < ownRoomFrom)) return;
    const seats = free.reduce((sum, other) => sum + (other === room ? 0 : other.room.capacity), 0);
    if (count(others) > seats) return;
    free.splice(free.indexOf(room), 1);
    fillWith(room, largest.course, largest.sittings);
    rests.shift();
  }
}

function fillWith(room: OpenRoom, course: number, sittings: number[]): void {
  for (const [seat, sitting] of sittings.splice(0, room.room.capacity).entries())
    take(room, seat, sitting, course);
}

/**
 * Several courses in a room. In snake order every neighbour of an even seat is an odd one, as on a chessboard: a course
 * that has only even or only odd seats of a room never sits beside itself. So a room is two halves, and a course is put
 * into one of them. As few rooms as possible are opened.
 */
function mix(rests: Rest[], rooms: readonly OpenRoom[]): number[] {
  for (let used = roomsFor(count(rests), rooms); used <= rooms.length && count(rests) > 0; used++)
    for (const rest of rests) fillHalves(rest, rooms.slice(0, used));
  return rests.flatMap(({ sittings }) => sittings);
}

/** How many of the rooms, from the first, have that many free seats; all of them when they are too few. */
function roomsFor(people: number, rooms: readonly OpenRoom[]): number {
  let seats = 0;
  const at = rooms.findIndex(({ room, taken }) => (seats += room.capacity - taken) >= people);
  return at === -1 ? rooms.length : at + 1;
}

/** All even halves come before the odd ones, so that a course rarely meets itself in the other half of a room. */
function fillHalves({ course, sittings }: Rest, rooms: readonly OpenRoom[]): void {
  for (const half of [0, 1])
    for (const room of rooms) {
      if (sittings.length === 0) return;
      if (!has(room, 1 - half, course)) fillHalf(room, half, course, sittings);
    }
}

function fillHalf(room: OpenRoom, half: number, course: number, sittings: number[]): void {
  for (let seat = half; seat < room.room.capacity && sittings.length > 0; seat += 2)
    if (room.course[seat] === -1) take(room, seat, sittings.shift()!, course);
}

function has(room: OpenRoom, half: number, course: number): boolean {
  for (let seat = half; seat < room.room.capacity; seat += 2) if (room.course[seat] === course) return true;
  return false;
}

function byCourse(sittings: readonly number[], course: Int32Array): Rest[] {
  const rests = new Map<number, Rest>();
  for (const at of sittings) {
    const rest = rests.get(course[at]!) ?? { course: course[at]!, sittings: [] };
    rest.sittings.push(at);
    rests.set(rest.course, rest);
  }
  return largestFirst([...rests.values()]);
}

const largestFirst = (rests: Rest[]) =>
  rests.toSorted((a, b) => b.sittings.length - a.sittings.length || a.course - b.course);

const count = (rests: readonly Rest[]) => rests.reduce((sum, { sittings }) => sum + sittings.length, 0);

function split(all: readonly number[], which: (at: number) => boolean): [number[], number[]] {
  return [all.filter(which), all.filter((at) => !which(at))];
}
