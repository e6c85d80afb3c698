import type { SeatingInput } from './input.ts';
import { drawLots, lotInSlot } from './lottery.ts';

/** The input in numbers; all arrays by sitting. */
export interface Indexed {
  input: SeatingInput;
  slot: Int32Array;
  /** Rank of the course code, so that the order of the sittings in the input means nothing. */
  course: Int32Array;
  courses: string[];
  /** Place in the lottery's order among all candidates; the same number is the same candidate. */
  person: Int32Array;
  people: number;
  /** Date and district, in their order: what is planned together. */
  day: Int32Array;
  days: { date: string; district: string }[];
  /** Place in the order of one slot. */
  turn: Float64Array;
  /** 1: needs a room without steps. */
  accessible: Uint8Array;
}

export class InputError extends Error {}

export function indexInput(input: SeatingInput): Indexed {
  const { sittings } = input;
  const size = sittings.length;
  const slots = rankOf(input.slots.map(({ no }) => no));
  const [courses, candidates, districts] = [new Names(), new Names(), new Names()];
  const slot = new Int32Array(size);
  const course = new Int32Array(size);
  const person = new Int32Array(size);
  const day = new Int32Array(size);
  const turn = new Float64Array(size);
  const accessible = new Uint8Array(size);
  for (let at = 0; at < size; at++) {
    const sitting = sittings[at]!;
    const no = slots.get(sitting.slot);
    if (no === undefined) throw new InputError(`slot ${sitting.slot} is not in the input`);
    slot[at] = no;
    course[at] = courses.numberOf(sitting.course);
    person[at] = candidates.numberOf(sitting.candidate);
    day[at] = districts.numberOf(sitting.district);
    if (sitting.accessible) accessible[at] = 1;
  }
  const dates = [...new Set(input.slots.map(({ date }) => date))].toSorted();
  const dateOf = input.slots.map(({ date }) => dates.indexOf(date));
  const [ofCourse, ofDistrict] = [courses.ranks(), districts.ranks()];
  const { rank, lots } = drawLots(input.seed, candidates.all);
  for (let at = 0; at < size; at++) {
    turn[at] = lotInSlot(lots[person[at]!]!, slot[at]!);
    course[at] = ofCourse[course[at]!]!;
    day[at] = dateOf[slot[at]!]! * districts.all.length + ofDistrict[day[at]!]!;
    person[at] = rank[person[at]!]!;
  }
  const inOrder = districts.all.toSorted();
  const days = dates.flatMap((date) => inOrder.map((district) => ({ date, district })));
  const people = candidates.all.length;
  return {
    input,
    slot,
    course,
    courses: courses.all.toSorted(),
    person,
    people,
    day,
    days,
    turn,
    accessible,
  };
}

/** Numbers for names, in the order in which they are met. */
class Names {
  readonly all: string[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.all.length);
    return this.all.push(name) - 1;
  }

  /** By number, the place of each name in their own order. */
  ranks(): Int32Array {
    const rank = rankOf(this.all.toSorted());
    return Int32Array.from(this.all, (name) => rank.get(name)!);
  }
}

const rankOf = (names: string[]) => new Map(names.map((name, at) => [name, at]));
