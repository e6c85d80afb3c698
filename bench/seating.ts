import { memoryUsage } from 'node:process';
import { faultsOf, planSeating, reportOf, type SeatingInput } from '@zikao/api/seating';

/**
 * `node bench/seating.ts`: time, memory and cost per sitting of a plan, at three sizes. The shape is that of a large
 * province: nine districts of unequal size, four half-days, 400 courses of which few are large.
 */
const SIZES = [10_000, 100_000, 1_000_000];
const DISTRICTS = [40, 14, 10, 9, 8, 7, 5, 4, 3];
const ROOMS = 40;
const SEATS = 30;

const rows = SIZES.map((size) => run(size, size === SIZES.at(-1) ? [1] : [1, 2, 3]));
const [first] = rows;
console.table(
  rows.map(({ size, ms, cpu, peak, rooms, mixed, moves }) => ({
    人次: size,
    毫秒: Math.round(ms),
    处理器毫秒: Math.round(cpu),
    每人次微秒: Number(((cpu * 1000) / size).toFixed(2)),
    相当于第一行: Number((cpu / size / (first!.cpu / first!.size)).toFixed(2)),
    内存MB: Math.round(peak),
    考场: rooms,
    混编: mixed,
    换考点: moves,
  })),
);

function run(size: number, seeds: number[]) {
  const took = seeds.map((seed) => {
    const input = inputOf(size, seed);
    const cpuFrom = process.cpuUsage();
    const from = performance.now();
    const plan = planSeating(input);
    const ms = performance.now() - from;
    const { user, system } = process.cpuUsage(cpuFrom);
    if (!plan.ok) throw new Error(`too few seats: ${JSON.stringify(plan.shortfalls)}`);
    return { input, places: plan.places, ms, cpu: (user + system) / 1000, peak: memoryUsage().rss / 2 ** 20 };
  });
  const best = took.toSorted((a, b) => a.cpu - b.cpu)[0]!;
  const faults = faultsOf(best.input, best.places);
  if (faults.length > 0) throw new Error(`broken rule: ${JSON.stringify(faults[0])}`);
  const { rooms, mixedRooms: mixed, moves } = reportOf(best.input, best.places);
  return { ...best, size, rooms, mixed, moves };
}

function inputOf(size: number, seed: number): SeatingInput {
  const random = generator(seed);
  const slots = ['1', '2', '3', '4'].map((no, at) => ({ no, date: at < 2 ? '2027-04-10' : '2027-04-11' }));
  const sittings: SeatingInput['sittings'] = [];
  for (let person = 0; sittings.length < size; person++) {
    const district = pick(random());
    const candidate = `63${district}${String(person).padStart(8, '0')}`;
    const accessible = random() < 0.002;
    // Two and a half slots a person; a course belongs to one slot, and low numbers are the large ones.
    for (const { no } of slots)
      if (random() < 0.625) {
        const course = `${no}${String(Math.floor(100 * random() ** 3)).padStart(3, '0')}`;
        sittings.push({ candidate, district, slot: no, course, accessible });
      }
  }
  return { seed: `${seed}`, slots, sittings, venues: venuesFor(sittings) };
}

/** Some 8 % more seats than the fullest slot of the district needs, in venues of 40 rooms; every tenth can be reached without steps. */
function venuesFor(sittings: SeatingInput['sittings']): SeatingInput['venues'] {
  const needs = new Map<string, Map<string, number>>();
  for (const { district, slot } of sittings) {
    const slots = needs.get(district) ?? new Map<string, number>();
    needs.set(district, slots.set(slot, (slots.get(slot) ?? 0) + 1));
  }
  return [...needs.entries()].toSorted().flatMap(([district, slots]) => {
    const rooms = Math.ceil((Math.max(...slots.values()) * 1.08) / SEATS) + 2;
    return Array.from({ length: Math.ceil(rooms / ROOMS) }, (_, venue) => ({
      code: `${district}-${venue}`,
      district,
      rooms: Array.from({ length: Math.min(ROOMS, rooms - venue * ROOMS) }, (_room, no) => ({
        no: `${no + 1}`,
        rows: 5,
        columns: 6,
        capacity: SEATS,
        accessible: no % 10 === 0,
      })),
    }));
  });
}

function pick(share: number): string {
  let left = share * 100;
  return String(DISTRICTS.findIndex((size) => (left -= size) < 0) + 1).padStart(2, '0');
}

function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
