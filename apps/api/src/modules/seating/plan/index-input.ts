import type { SeatingInput } from './input.ts';
import { lotInSlot, lotOf } from './lottery.ts';

/** The input in numbers; all arrays by sitting. */
export interface Indexed {
  input: SeatingInput;
  slot: Int32Array;
  /** Rank of the course code, so that the order of the sittings in the input means nothing. */
  course: Int32Array;
  courses: string[];
  /** Place in the lottery's order among all candidates; the same number is the same candidate. */
  person: Int32Array;
  /** Place in the order of one slot. */
  turn: Float64Array;
}

/** Somebody with all sittings of one day in one district, by slot. */
export type DayOfPerson = number[];

/** People with the same courses in the same slots of a day, by lot. */
export interface DayGroup {
  slots: readonly number[];
  people: readonly DayOfPerson[];
}

export class InputError extends Error {}

export function indexInput(input: SeatingInput): Indexed {
  const { sittings } = input;
  const slots = rankOf(input.slots.map(({ no }) => no));
  const courses = [...new Set(sittings.map(({ course }) => course))].toSorted();
  const courseRank = rankOf(courses);
  const { rank, lots } = draw(input);
  const indexed: Indexed = {
    input,
    courses,
    slot: new Int32Array(sittings.length),
    course: new Int32Array(sittings.length),
    person: new Int32Array(sittings.length),
    turn: new Float64Array(sittings.length),
  };
  for (const [at, sitting] of sittings.entries()) {
    const slot = slots.get(sitting.slot);
    if (slot === undefined) throw new InputError(`slot ${sitting.slot} is not in the input`);
    const person = rank.get(sitting.candidate)!;
    indexed.slot[at] = slot;
    indexed.course[at] = courseRank.get(sitting.course)!;
    indexed.person[at] = person;
    indexed.turn[at] = lotInSlot(lots[person]!, slot);
  }
  return indexed;
}

/** Every candidate's place in the order of the lots; equal lots, which hardly exist, go by admission number. */
function draw({ seed, sittings }: SeatingInput): { rank: Map<string, number>; lots: Float64Array } {
  const people = [...new Set(sittings.map(({ candidate }) => candidate))];
  const drawn = people
    .map((candidate) => ({ candidate, lot: lotOf(seed, candidate) }))
    .toSorted((a, b) => a.lot - b.lot || (a.candidate < b.candidate ? -1 : 1));
  return {
    rank: new Map(drawn.map(({ candidate }, at) => [candidate, at])),
    lots: Float64Array.from(drawn, ({ lot }) => lot),
  };
}

const rankOf = (names: string[]) => new Map(names.map((name, at) => [name, at]));

/**
 * The sittings of every district and date, person by person, in groups of the same courses: people of a group go to
 * the same venue where they can, so a venue gets few courses, and a room one.
 */
export function daysOf(indexed: Indexed): { district: string; date: string; groups: DayGroup[] }[] {
  const { input, person, slot } = indexed;
  const days = new Map<string, { district: string; date: string; of: Map<number, number[]> }>();
  for (const [at, { district }] of input.sittings.entries()) {
    const { date } = input.slots[slot[at]!]!;
    const key = `${date} ${district}`;
    const day = days.get(key) ?? { district, date, of: new Map<number, number[]>() };
    days.set(key, day);
    const own = day.of.get(person[at]!);
    if (own?.some((other) => slot[other] === slot[at]))
      throw new InputError(
        `candidate ${input.sittings[at]!.candidate} twice in slot ${input.slots[slot[at]!]!.no}`,
      );
    if (own) own.push(at);
    else day.of.set(person[at]!, [at]);
  }
  return [...days.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { district, date, of }]) => ({ district, date, groups: groupsOf(indexed, [...of.values()]) }));
}

function groupsOf({ slot, course, person }: Indexed, people: DayOfPerson[]): DayGroup[] {
  const groups = new Map<string, DayOfPerson[]>();
  for (const own of people) {
    own.sort((a, b) => slot[a]! - slot[b]!);
    const key = own.map((at) => `${slot[at]} ${course[at]}`).join(',');
    const group = groups.get(key);
    if (group) group.push(own);
    else groups.set(key, [own]);
  }
  return [...groups.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => ({
      slots: group[0]!.map((at) => slot[at]!),
      people: group.toSorted((a, b) => person[a[0]!]! - person[b[0]!]!),
    }));
}
