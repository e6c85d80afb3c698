import { fillRooms } from './fill-rooms.ts';
import { daysOf, type DayGroup, type DayOfPerson } from './days.ts';
import { indexInput, type Indexed } from './index-input.ts';
import type { Place, SeatingInput, Shortfall } from './input.ts';
import { EMPTY } from './grid.ts';
import { clear, openRooms, seatsOf, type OpenRoom } from './rooms.ts';
import { seatOne } from './seat-one.ts';

export interface Options {
  /** From so many people on, the rest of a course gets a room of its own while rooms last. */
  ownRoomFrom?: number;
  /** Called now and then with the share done, 0 to 1; it may throw to stop the run. */
  onProgress?: (share: number) => void;
}

/** `places`: by sitting of the input. */
export type SeatingPlan = { ok: true; places: Place[] } | { ok: false; shortfalls: Shortfall[] };

/**
 * Seats everybody, or nobody: too few seats fail with the shortfall of each district and slot. Pure: the input decides.
 * Within a day a person stays at one venue where possible.
 */
export function planSeating(
  input: SeatingInput,
  { ownRoomFrom = 10, onProgress }: Options = {},
): SeatingPlan {
  const indexed = indexInput(input);
  const rooms = openRooms(input);
  const unseated: number[] = [];
  const days = daysOf(indexed);
  for (const [at, { district, groups }] of days.entries()) {
    const venues = input.venues.flatMap((venue, no) => (venue.district === district ? [no] : []));
    unseated.push(...seatDay(indexed, rooms, venues, groups, ownRoomFrom));
    onProgress?.((at + 1) / days.length);
  }
  if (unseated.length > 0) return { ok: false, shortfalls: shortfallsOf(indexed, unseated) };
  return { ok: true, places: placesOf(rooms, input.sittings.length) };
}

/** Venue after venue takes whole people until a slot is full; whom the rules left no seat is tried on any seat left. */
function seatDay(
  indexed: Indexed,
  rooms: OpenRoom[][][],
  venues: number[],
  groups: readonly DayGroup[],
  ownRoomFrom: number,
): number[] {
  const { slot, course, accessible } = indexed;
  const filled: { venue: number; people: DayOfPerson[] }[] = [];
  let waiting = groups;
  for (const venue of venues) {
    const { people, others } = fillVenue(indexed, rooms, venue, waiting, ownRoomFrom);
    filled.push({ venue, people });
    waiting = others;
  }
  const late = waiting.flatMap(({ people }) => people);
  if (late.length === 0 || tooFewSeats(indexed, venues, groups)) return late.flat();
  const at = new Map(filled.flatMap(({ venue, people }) => people.flat().map((one) => [one, venue])));
  return late.flatMap((own) =>
    own.filter((one) => {
      const open = rooms[slot[one]!]!.map((venue, no) => (venues.includes(no) ? venue : []));
      const venue = own.map((other) => at.get(other)).find((known) => known !== undefined);
      const needs = accessible[one] === 1;
      const found = seatOne({ sitting: one, course: course[one]!, accessible: needs, venue }, open);
      if (found) at.set(one, found.room.venue);
      return !found;
    }),
  );
}

/**
 * Fills a venue with the first people it has seats for. Whom its rooms cannot hold by the rules goes on to the next
 * venue for the whole day, and the venue is filled again without them.
 */
function fillVenue(
  indexed: Indexed,
  rooms: OpenRoom[][][],
  venue: number,
  groups: readonly DayGroup[],
  ownRoomFrom: number,
): { people: DayOfPerson[]; others: DayGroup[] } {
  let { chosen, others } = choose(indexed, indexed.input.venues[venue]!.rooms, groups);
  for (;;) {
    const left = new Set<number>();
    for (const [slot, sittings] of bySlot(indexed, chosen)) {
      for (const room of rooms[slot]![venue]!) clear(room);
      for (const one of fillRooms(indexed, rooms[slot]![venue]!, sittings, ownRoomFrom)) left.add(one);
    }
    if (left.size === 0) return { people: chosen, others };
    const leaves = (own: DayOfPerson) => own.some((one) => left.has(one));
    const leavers = chosen.filter(leaves);
    for (const one of leavers.flat()) for (const room of rooms[indexed.slot[one]!]![venue]!) clear(room);
    others = [
      ...leavers.map((own) => ({
        slots: own.map((one) => indexed.slot[one]!),
        people: [own],
        accessible: indexed.accessible[own[0]!] === 1,
      })),
      ...others,
    ];
    chosen = chosen.filter((own) => !leaves(own));
  }
}

function bySlot({ slot }: Indexed, people: readonly DayOfPerson[]): Map<number, number[]> {
  const slots = new Map<number, number[]>();
  for (const own of people)
    for (const one of own) {
      const list = slots.get(slot[one]!);
      if (list) list.push(one);
      else slots.set(slot[one]!, [one]);
    }
  return slots;
}

/** Then nobody is tried one by one: the run fails anyway. */
function tooFewSeats({ input }: Indexed, venues: number[], groups: readonly DayGroup[]): boolean {
  const seats = seatsOf(venues.flatMap((venue) => input.venues[venue]!.rooms));
  const sittings = new Map<number, number>();
  for (const { slots, people } of groups)
    for (const slot of slots) sittings.set(slot, (sittings.get(slot) ?? 0) + people.length);
  return [...sittings.values()].some((count) => count > seats);
}

/**
 * Whom a venue has seats for in all their slots of the day, and who must go on to the next one. Everybody of a group
 * needs the same slots, so a group is taken, cut or passed on as a whole: the cost is groups × venues, not people × venues.
 */
function choose(
  { input, accessible: needs }: Indexed,
  rooms: { capacity: number; accessible?: boolean }[],
  groups: readonly DayGroup[],
): { chosen: DayOfPerson[]; others: DayGroup[] } {
  const reachable = seatsOf(rooms.filter(({ accessible }) => accessible));
  const free = input.slots.map(() => ({ all: seatsOf(rooms), reachable }));
  const chosen: DayOfPerson[] = [];
  const others: DayGroup[] = [];
  for (const group of groups) {
    let left = Infinity;
    for (const slot of group.slots) left = Math.min(left, free[slot]!.all);
    if (left === 0) {
      others.push(group);
      continue;
    }
    if (!group.accessible) {
      const taken = Math.min(left, group.people.length);
      for (const slot of group.slots) free[slot]!.all -= taken;
      for (let at = 0; at < taken; at++) chosen.push(group.people[at]!);
      if (taken < group.people.length) others.push({ ...group, people: group.people.slice(taken) });
      continue;
    }
    const refused: DayOfPerson[] = [];
    let at = 0;
    for (; left > 0 && at < group.people.length; at++) {
      const own = group.people[at]!;
      const accessible = needs[own[0]!] === 1;
      if (accessible && group.slots.some((slot) => free[slot]!.reachable === 0)) {
        refused.push(own);
        continue;
      }
      for (const slot of group.slots) {
        free[slot]!.all--;
        if (accessible) free[slot]!.reachable--;
      }
      left--;
      chosen.push(own);
    }
    const people = [...refused, ...group.people.slice(at)];
    if (people.length > 0) others.push({ ...group, people });
  }
  return { chosen, others };
}

function shortfallsOf({ input, slot }: Indexed, unseated: readonly number[]): Shortfall[] {
  const missing = new Map<string, Shortfall>();
  for (const one of unseated) {
    const { district } = input.sittings[one]!;
    const { no } = input.slots[slot[one]!]!;
    const found = missing.get(`${district} ${no}`) ?? {
      district,
      slot: no,
      ...sizeOf(input, district, no),
      missing: 0,
    };
    found.missing++;
    missing.set(`${district} ${no}`, found);
  }
  // Where there are too few seats at all, that is what is missing: the rest was only not tried.
  return [...missing.values()].map((one) => ({
    ...one,
    missing: one.sittings > one.seats ? one.sittings - one.seats : one.missing,
  }));
}

function sizeOf({ sittings, venues }: SeatingInput, district: string, slot: string) {
  return {
    sittings: sittings.filter((other) => other.district === district && other.slot === slot).length,
    seats: seatsOf(venues.filter((venue) => venue.district === district).flatMap(({ rooms }) => rooms)),
  };
}

function placesOf(rooms: OpenRoom[][][], sittings: number): Place[] {
  const places = Array.from<Place>({ length: sittings });
  for (const { venue, no, sitting } of rooms.flat(2))
    for (let seat = 0; seat < sitting.length; seat++)
      if (sitting[seat] !== EMPTY) places[sitting[seat]!] = { venue, room: no, seat: seat + 1 };
  return places;
}
