import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addLate, faultsOf, planSeating, reportOf, type Place, type SeatingInput } from './index.ts';

const aRoom = fc.record({
  rows: fc.integer({ min: 1, max: 6 }),
  columns: fc.integer({ min: 1, max: 6 }),
  unused: fc.integer({ min: 0, max: 4 }),
  accessible: fc.boolean(),
});

const aVenue = fc.record({
  district: fc.constantFrom('01', '02'),
  rooms: fc.array(aRoom, { minLength: 1, maxLength: 6 }),
});

const SLOTS = [
  { no: '1', date: '2027-04-10' },
  { no: '2', date: '2027-04-10' },
  { no: '3', date: '2027-04-11' },
];

const aPerson = fc.record({
  district: fc.constantFrom('01', '02'),
  accessible: fc.integer({ max: 20, min: 0 }).map((no) => no === 0),
  courses: fc.array(fc.option(fc.constantFrom('a', 'b', 'c', 'd')), { minLength: 3, maxLength: 3 }),
});

const inputs = fc
  .record({
    seed: fc.string(),
    venues: fc.array(aVenue, { minLength: 1, maxLength: 4 }),
    people: fc.array(aPerson, { maxLength: 120 }),
  })
  .map(({ seed, venues, people }): SeatingInput => ({
    seed,
    slots: SLOTS,
    venues: venues.map(({ district, rooms }, no) => ({
      code: `v${no}`,
      district,
      rooms: rooms.map(({ rows, columns, unused, accessible }, at) => ({
        no: `${at + 1}`,
        rows,
        columns,
        capacity: Math.max(1, rows * columns - unused),
        accessible,
      })),
    })),
    sittings: people.flatMap(({ district, accessible, courses }, no) =>
      courses.flatMap((course, slot) =>
        course ? [{ candidate: `c${no}`, district, slot: SLOTS[slot]!.no, course, accessible }] : [],
      ),
    ),
  }));

const seatsOf = ({ venues }: SeatingInput, district: string) =>
  venues
    .filter((one) => one.district === district)
    .flatMap(({ rooms }) => rooms)
    .reduce((sum, { capacity }) => sum + capacity, 0);

function placed(input: SeatingInput): Place[] {
  const plan = planSeating(input);
  if (!plan.ok) throw new Error(JSON.stringify(plan.shortfalls));
  return plan.places;
}

describe('any seating', () => {
  it('breaks no rule, or names where seats are missing', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const plan = planSeating(input);
        const shortfalls = plan.ok ? [] : plan.shortfalls;
        expect(plan.ok ? faultsOf(input, plan.places) : []).toEqual([]);
        expect(shortfalls.length > 0).toBe(!plan.ok);
        expect(shortfalls.filter(({ missing, sittings }) => missing < 1 || missing > sittings)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same for the same seed, in whatever order the sittings come', () => {
    fc.assert(
      fc.property(inputs, fc.integer(), (input, turn) => {
        const at = input.sittings.length === 0 ? 0 : Math.abs(turn) % input.sittings.length;
        const turned = {
          ...input,
          sittings: [...input.sittings.slice(at), ...input.sittings.slice(0, at)].toReversed(),
        };
        expect(named(turned)).toEqual(named(input));
      }),
      { numRuns: 100 },
    );
  });

  it('moves nobody for somebody late, and keeps every rule', () => {
    fc.assert(
      fc.property(inputs, fc.integer({ min: 1, max: 5 }), (input, late) => {
        const early = { ...input, sittings: input.sittings.slice(0, -late) };
        const plan = planSeating(early);
        if (!plan.ok) return;
        const added = addLate(input, plan.places);
        const all = [...plan.places, ...added];
        const unseated = all.flatMap((place, sitting) => (place ? [] : [{ rule: 'unseated', sitting }]));
        expect(faultsOf(input, all)).toEqual(unseated);
      }),
      { numRuns: 200 },
    );
  });

  it('never says that seats are missing when everybody fits in rooms of one course', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 15 }), (people, rooms) => {
        const input = oneCourse(people, rooms);
        expect(planSeating(input).ok).toBe(people <= seatsOf(input, '01'));
      }),
    );
  });
});

describe('a seating', () => {
  it('fails with the shortfall of each district and slot, seating nobody', () => {
    expect(planSeating(oneCourse(95, 3))).toEqual({
      ok: false,
      shortfalls: [{ district: '01', slot: '1', sittings: 95, seats: 90, missing: 5 }],
    });
  });

  it('keeps a course together and mixes only what is left of it', () => {
    const counts = { a: 64, b: 37, c: 5, d: 8, e: 2 };
    const input = withCourses(counts, 4);
    const report = reportOf(input, placed(input));
    expect(report).toMatchObject({ sittings: 116, rooms: 4, mixedRooms: 1, emptySeats: 4, moves: 0 });
  });

  it('leaves the rest of a course a room of its own while there are rooms', () => {
    const input = withCourses({ a: 50, b: 42, c: 3, d: 4 }, 6);
    expect(reportOf(input, placed(input))).toMatchObject({ rooms: 5, mixedRooms: 1 });
  });

  it('seats to the last place when many courses are mixed', () => {
    const input = withCourses(Object.fromEntries('abcdefghijkl'.split('').map((name) => [name, 10])), 4);
    expect(reportOf(input, placed(input)).emptySeats).toBe(0);
  });

  it('gives other neighbours in the next slot and other seats with another seed', () => {
    const one = withCourses({ a: 60 }, 2);
    const sittings = one.sittings.flatMap((sitting) => [sitting, { ...sitting, slot: '2' }]);
    const both = { ...one, sittings };
    const places = placed(both);
    const same = sittings.filter((_, at) => at % 2 === 0 && places[at]!.seat === places[at + 1]!.seat);
    expect(same.length).toBeLessThan(20);
    expect(placed({ ...both, seed: 'another' })).not.toEqual(places);
  });

  it('keeps people at one venue for the day though the courses of the afternoon are others', () => {
    const people = Array.from({ length: 150 }, (_, no) => no);
    const sittings = people.flatMap((no) => [
      { candidate: `${no}`, district: '01', slot: '1', course: no % 2 ? 'a' : 'b' },
      { candidate: `${no}`, district: '01', slot: '2', course: no % 3 ? 'c' : 'd' },
    ]);
    const input = { seed: 's', slots: SLOTS, venues: [hall('x', 3), hall('y', 3)], sittings };
    expect(reportOf(input, placed(input)).moves).toBe(0);
  });

  it('puts who needs it into a room without steps', () => {
    const venue = {
      ...hall('x', 3),
      rooms: hall('x', 3).rooms.map((one, at) => ({ ...one, accessible: at === 2 })),
    };
    const sittings = withCourses({ a: 70 }, 3).sittings.map((one, at) => ({ ...one, accessible: at < 3 }));
    const input = { seed: 's', slots: SLOTS, venues: [venue], sittings };
    const places = placed(input);
    expect(places.slice(0, 3).map(({ room: at }) => at)).toEqual([2, 2, 2]);
    expect(faultsOf(input, places)).toEqual([]);
  });

  it('refuses somebody twice in a slot', () => {
    const input = withCourses({ a: 2 }, 1);
    expect(() => planSeating({ ...input, sittings: [...input.sittings, input.sittings[0]!] })).toThrow(
      'twice',
    );
  });

  it('can be stopped between two days', () => {
    const input = withCourses({ a: 2 }, 1);
    const stop = () => {
      throw new Error('stopped');
    };
    expect(() => planSeating(input, { onProgress: stop })).toThrow('stopped');
  });
});

describe('the check', () => {
  const input = withCourses({ a: 40, b: 20 }, 3);
  const places = placed(input);
  const changed = (at: number, change: Partial<Place> | undefined) =>
    faultsOf(
      input,
      places.map((place, no) => (no === at ? change && { ...place, ...change } : place)),
    ).map(({ rule }) => rule);

  it('finds a missing place, a seat that is not there and a seat given twice', () => {
    expect(faultsOf(input, places)).toEqual([]);
    expect(changed(0, undefined)).toContain('unseated');
    expect(changed(0, { seat: 31 })).toContain('noSuchSeat');
    expect(changed(0, { ...places[1]! })).toContain('seatTwice');
  });

  it('finds equal neighbours of a mixed room, a wrong district and steps', () => {
    const two = { ...withCourses({ a: 2, b: 1 }, 1) };
    const row = [1, 2, 3].map((seat) => ({ venue: 0, room: 0, seat }));
    expect(faultsOf(two, row).map(({ rule }) => rule)).toEqual(['equalNeighbours']);
    const away = { ...two, venues: [{ ...two.venues[0]!, district: '02' }] };
    expect(faultsOf(away, row).map(({ rule }) => rule)).toContain('otherDistrict');
    const steps = { ...two, sittings: two.sittings.map((one) => ({ ...one, accessible: true })) };
    expect(faultsOf(steps, row).map(({ rule }) => rule)).toContain('notAccessible');
  });
});

function named(input: SeatingInput) {
  const plan = planSeating(input);
  if (!plan.ok)
    return plan.shortfalls.toSorted((a, b) => (a.district + a.slot < b.district + b.slot ? -1 : 1));
  return Object.fromEntries(
    plan.places.map((place, at) => [`${input.sittings[at]!.candidate} ${input.sittings[at]!.slot}`, place]),
  );
}

function hall(code: string, rooms: number) {
  const one = { rows: 5, columns: 6, capacity: 30 };
  return {
    code,
    district: '01',
    rooms: Array.from({ length: rooms }, (_, at) => ({ ...one, no: `${at + 1}` })),
  };
}

function withCourses(counts: Record<string, number>, rooms: number): SeatingInput {
  const sittings = Object.entries(counts).flatMap(([course, count]) =>
    Array.from({ length: count }, (_, no) => ({
      candidate: `${course}${no}`,
      district: '01',
      slot: '1',
      course,
    })),
  );
  return { seed: 's', slots: SLOTS, venues: [hall('x', rooms)], sittings };
}

function oneCourse(people: number, rooms: number): SeatingInput {
  return withCourses({ a: people }, rooms);
}
