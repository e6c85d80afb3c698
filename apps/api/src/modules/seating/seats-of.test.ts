import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '#test/app';
import { anApprovedCandidate, anEnrolment, anExam, DURING, SESSION } from '#test/factories/enrolments';
import { aRun, areSeated, aVenue } from '#test/factories/seating';
import { occupantsOf, roomsOf, seatsOf } from './index.ts';

let product: TestApp;
let candidate: Awaited<ReturnType<typeof anApprovedCandidate>>;
let other: typeof candidate;
let run: Awaited<ReturnType<typeof aRun>>;
let venue: string;

const BOTH = [
  { slot: '1', course: 'T01' },
  { slot: '2', course: 'T03' },
];

beforeAll(async () => {
  product = await createTestApp();
  await anExam(product);
  await product.at(DURING);
  candidate = await anApprovedCandidate(product);
  other = await anApprovedCandidate(product);
  venue = await aVenue(product, {
    name: '西宁市第一中学',
    rooms: [{}, { rows: 2, columns: 2, capacity: 3 }],
  });
  run = await aRun(product, venue, { state: 'planned' });
  for (const [at, { id }] of [candidate, other].entries()) {
    const enrolment = await anEnrolment(product, id, { state: 'approved', courses: BOTH });
    await areSeated(product, run, { candidate: id, enrolment, seat: at + 1 });
  }
});
afterAll(() => product.close());

const execute = (statement: ReturnType<typeof sql>) => product.services.db.execute(statement);

test('nobody is seated twice in a half-day, no seat is given twice, and no room has more seats than it has', async () => {
  const copy = (change: ReturnType<typeof sql>) => sql`
    insert into seats (run, enrolment, candidate, admission_number, district, slot, course, room, seat)
    select run, enrolment, ${change} from seats where candidate = ${candidate.id} and slot = '1'`;
  const person = sql`candidate, admission_number, district, slot, course`;
  await expect(execute(copy(sql`${person}, room, 9`))).rejects.toMatchObject({ cause: { code: '23505' } });
  const somebody = sql`${other.id}::uuid, admission_number, district, '3', course, room`;
  await expect(execute(copy(sql`${somebody}, 31`))).rejects.toMatchObject({ cause: { code: 'ZK002' } });
  await expect(execute(sql`update seats set seat = 1 where slot = '1'`)).rejects.toMatchObject({
    cause: { code: '23505', constraint: 'one_person_per_seat' },
  });
  await expect(execute(sql`update seats set room = gen_random_uuid()`)).rejects.toThrow();
});

test('a dry run is nobody’s to read; once published, own seats come with venue, room and time', async () => {
  expect(await seatsOf(product.services, SESSION, candidate.id)).toEqual([]);
  await execute(sql`update seating_runs set state = 'published'`);
  const slots = [
    { no: '1', date: '2027-04-17', part: 'am', start: '09:00', end: '11:30' },
    { no: '2', date: '2027-04-17', part: 'pm', start: '14:30', end: '17:00' },
  ];
  expect(await seatsOf(product.services, SESSION, candidate.id)).toMatchObject([
    {
      slot: slots[0],
      course: 'T01',
      venue: { name: '西宁市第一中学' },
      room: { no: '01', rows: 5 },
      seat: 1,
    },
    { slot: slots[1], course: 'T03', seat: 1 },
  ]);
});

test('a session has one published run, and rooms of it are read by half-day, with who sits there', async () => {
  const second = await aRun(product, venue, { state: 'planned' });
  await expect(
    execute(sql`update seating_runs set state = 'published' where id = ${second.run}`),
  ).rejects.toMatchObject({ cause: { constraint: 'one_published_run' } });
  expect(await roomsOf(product.services, { session: SESSION })).toMatchObject([
    { slot: '1', room: { no: '01' }, people: 2, courses: 1 },
    { slot: '2', room: { no: '01' }, people: 2, courses: 1 },
  ]);
  expect(await roomsOf(product.services, { session: SESSION }, { district: 'T2' })).toEqual([]);
  expect(await occupantsOf(product.services, run.rooms[0]!, '1')).toMatchObject([
    { seat: 1, candidate: candidate.id, course: 'T01' },
    { seat: 2, candidate: other.id, course: 'T01' },
  ]);
});

test('a published seat is not taken away, and moves only with its reason', async () => {
  for (const change of [
    sql`delete from seats where run = ${run.run}`,
    sql`update seats set seat = 20 where candidate = ${candidate.id} and slot = '1'`,
  ])
    await expect(execute(change)).rejects.toMatchObject({ cause: { code: 'ZK002' } });
  await execute(sql`
    with moved as (update seats set seat = 20, origin = 'moved' where candidate = ${candidate.id} and slot = '1' returning id, run, room)
    insert into seat_changes (run, seat, from_room, from_seat, to_room, to_seat, reason, by)
    select run, id, room, 1, room, 20, '座位损坏', ${candidate.id} from moved`);
  await expect(execute(sql`delete from seat_changes`)).rejects.toMatchObject({ cause: { code: 'ZK002' } });
});
