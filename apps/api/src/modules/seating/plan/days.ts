import { type Indexed, InputError } from './index-input.ts';

/** Somebody with all sittings of one day in one district, by slot. */
export type DayOfPerson = number[];

/** People with the same courses in the same slots of a day, by lot. */
export interface DayGroup {
  slots: readonly number[];
  people: DayOfPerson[];
  /** Some of them need a room without steps. */
  accessible: boolean;
}

export interface Day {
  district: string;
  date: string;
  groups: DayGroup[];
}

/**
 * The sittings of every district and date, person by person, in groups of the same courses: people of a group go to
 * the same venue where they can, so a venue gets few courses, and a room one.
 */
export function daysOf(indexed: Indexed): Day[] {
  const { slot, course, courses, day, accessible, input } = indexed;
  const days: Day[] = indexed.days.map((one) => ({ ...one, groups: [] }));
  const groups = new Groups(days.length, input.slots.length * courses.length);
  eachPerson(indexed, (own) => {
    if (own.length > 1) own.sort((a, b) => day[a]! - day[b]! || slot[a]! - slot[b]!);
    for (let from = 0; from < own.length;) {
      const which = day[own[from]!]!;
      let to = from;
      let node = which;
      for (; to < own.length && day[own[to]!] === which; to++)
        node = groups.next(node, slot[own[to]!]! * courses.length + course[own[to]!]!);
      const sat = from === 0 && to === own.length ? own : own.slice(from, to);
      const group = groups.at(node, days[which]!.groups, () => sat.map((at) => slot[at]!));
      group.people.push(sat);
      if (accessible[sat[0]!] === 1) group.accessible = true;
      from = to;
    }
  });
  for (const one of days) one.groups = inOrder(indexed, one.groups);
  return days.filter((one) => one.groups.length > 0);
}

/** Everybody's sittings, in the order of the lots. */
function eachPerson({ person, people, slot, input }: Indexed, see: (own: number[]) => void): void {
  const ends = new Int32Array(people + 1);
  for (let at = 0; at < person.length; at++) ends[person[at]! + 1]!++;
  for (let no = 0; no < people; no++) ends[no + 1]! += ends[no]!;
  const sorted = new Int32Array(person.length);
  const next = ends.slice(0, people);
  for (let at = 0; at < person.length; at++) sorted[next[person[at]!]!++] = at;
  for (let no = 0; no < people; no++) {
    const own: number[] = [];
    for (let at = ends[no]!; at < ends[no + 1]!; at++) {
      const one = sorted[at]!;
      for (const other of own)
        if (slot[other] === slot[one]) {
          const { candidate, slot: twice } = input.sittings[one]!;
          throw new InputError(`candidate ${candidate} twice in slot ${twice}`);
        }
      own.push(one);
    }
    see(own);
  }
}

/** Groups found by walking from the day over each slot and course, in numbers: a name for each would cost a string per person. */
class Groups {
  readonly #nodes = new Map<number, number>();
  readonly #found = new Map<number, DayGroup>();
  readonly #symbols: number;
  #last: number;

  constructor(days: number, symbols: number) {
    this.#last = days;
    this.#symbols = symbols;
  }

  next(node: number, symbol: number): number {
    const step = node * this.#symbols + symbol;
    const known = this.#nodes.get(step);
    if (known !== undefined) return known;
    this.#nodes.set(step, this.#last);
    return this.#last++;
  }

  at(node: number, into: DayGroup[], slots: () => number[]): DayGroup {
    const known = this.#found.get(node);
    if (known) return known;
    const group: DayGroup = { slots: slots(), people: [], accessible: false };
    this.#found.set(node, group);
    into.push(group);
    return group;
  }
}

/** By slots and courses, so that groups with a course in common are near each other. */
function inOrder({ slot, course }: Indexed, groups: DayGroup[]): DayGroup[] {
  return groups
    .map((group) => ({ group, key: group.people[0]!.map((at) => `${slot[at]} ${course[at]}`).join(',') }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ group }) => group);
}
