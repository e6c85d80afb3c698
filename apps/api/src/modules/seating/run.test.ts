import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listMessages } from '@zikao/contract/messages';
import type { SeatedRoom, SeatingRun } from '@zikao/contract/seating';
import * as contract from '@zikao/contract/seating-runs';
import { createTestApp, type TestApp } from '#test/app';
import type { Caller } from '#test/caller';
import { anApprovedCandidate, anEnrolment, anExam, DURING, SESSION } from '#test/factories/enrolments';
import { anOfficer } from '#test/factories/identity';
import { anAdmissionNumber } from '#test/factories/records';
import { aVenue } from '#test/factories/seating';
import { seatsOf } from './index.ts';
import { planAgain } from './plan-again.ts';
import { planSeating } from './plan/index.ts';
import { hashOf } from './seed.ts';

let product: TestApp;
let office: Caller;
let district: Caller;
const people: Awaited<ReturnType<typeof anApprovedCandidate>>[] = [];
let venue: string;

beforeAll(async () => {
  product = await createTestApp();
  await anExam(product);
  await product.at(DURING);
  office = (await anOfficer(product, { role: 'province' })).caller;
  district = (await anOfficer(product, { district: 'T1' })).caller;
  for (let no = 0; no < 7; no++) people.push(await enrolled(no));
});
afterAll(() => product.close());

/** Half of them sit T01, half T02; some in the afternoon too. */
async function enrolled(no: number, of = 'T1') {
  const candidate = await anApprovedCandidate(product, { district: of });
  await anAdmissionNumber(product, candidate.id);
  const courses = [
    { slot: '1', course: no % 2 ? 'T01' : 'T02' },
    ...(no < 3 ? [{ slot: '2', course: 'T03' }] : []),
  ];
  await anEnrolment(product, candidate.id, { state: 'approved', district: of, courses });
  return candidate;
}

const start = async () =>
  (await office.call(contract.startSeatingRun, { body: { session: SESSION } })).body as SeatingRun;
const get = async (run: string, as = office) =>
  (await as.call(contract.getSeatingRun, { params: { run } })).body as SeatingRun;
const publish = (run: string) => office.call(contract.publishSeatingRun, { params: { run } });
const withdraw = (run: string, reason = '考点停电，改用别的考点') =>
  office.call(contract.withdrawSeatingRun, { params: { run }, body: { reason } });
const own = (no: number) => seatsOf(product.services, SESSION, people[no]!.id);
/** In no order: the clock stands still. */
const titles = async (of: Caller): Promise<string[]> =>
  (await of.call(listMessages)).body.items.map(({ title }: { title: string }) => title);
const settled = async (run: string) => {
  await product.settle();
  return get(run);
};

test('without rooms it fails with what is missing in each district and half-day, and seats nobody', async () => {
  const begun = await start();
  expect(begun).toMatchObject({ state: 'planning', actions: ['cancel'], progress: 0 });
  expect(begun.seedHash).toMatch(/^[0-9a-f]{64}$/);
  const run = await settled(begun.id);
  expect(run).toMatchObject({ state: 'failed', actions: [] });
  expect(run.shortfalls).toEqual([
    { district: 'T1', slot: '1', sittings: 7, seats: 0, missing: 7 },
    { district: 'T1', slot: '2', sittings: 3, seats: 0, missing: 3 },
  ]);
  expect((await publish(run.id)).body.code).toBe('conflict');
  expect((await product.services.db.execute(sql`select from seats`)).rows).toEqual([]);
});

test('only one is planned at a time, and a cancelled one leaves nothing', async () => {
  venue = await aVenue(product, {
    rooms: [
      { rows: 2, columns: 3, capacity: 6 },
      { rows: 2, columns: 3, capacity: 6 },
    ],
  });
  const begun = await start();
  const again = await office.call(contract.startSeatingRun, { body: { session: SESSION } });
  expect(again.body.code).toBe('seating.running');
  const { body } = await office.call(contract.cancelSeatingRun, { params: { run: begun.id } });
  expect(body.state).toBe('cancelled');
  expect((await settled(begun.id)).state).toBe('cancelled');
  expect((await product.services.db.execute(sql`select from seats`)).rows).toEqual([]);
});

test('a dry run is read by the province alone, with its report; its seed stays secret', async () => {
  const run = await settled((await start()).id);
  expect(run).toMatchObject({ state: 'planned', progress: 1, unseated: 0, gone: 0 });
  expect(run.report).toMatchObject({ sittings: 10, equalNeighbours: 0, moves: 0 });
  expect(run.report!.byDistrict).toEqual([
    { district: 'T1', slot: '1', sittings: 7, seats: 12 },
    { district: 'T1', slot: '2', sittings: 3, seats: 12 },
  ]);
  expect(run.seed).toBeUndefined();
  const stored = await product.services.db.execute(sql`select * from seating_runs where id = ${run.id}`);
  expect(JSON.stringify(stored.rows)).not.toMatch(/"[0-9a-f]{64}".*"[0-9a-f]{64}"/);
  expect((await district.call(contract.getSeatingRun, { params: { run: run.id } })).status).toBe(404);
  expect((await office.call(contract.exportSeatingRun, { params: { run: run.id } })).body.code).toBe(
    'conflict',
  );
  expect(await own(0)).toEqual([]);
});

let published: SeatingRun;

test('what was approved since, or a room that changed, refuses the publication', async () => {
  const run = await settled((await start()).id);
  people.push(await enrolled(9));
  const late = await publish(run.id);
  expect([late.status, late.body.code]).toEqual([409, 'seating.outdated']);
  expect(late.body.detail).toContain('新增 1 人次未编排');
  const next = await settled((await start()).id);
  await product.services.db.execute(sql`update rooms set capacity = 5 where venue = ${venue}`);
  expect((await publish(next.id)).body.detail).toContain('考场有改动');
  await product.services.db.execute(sql`update rooms set capacity = 6 where venue = ${venue}`);
  published = (await publish(next.id)).body;
  expect(published).toMatchObject({ state: 'published', actions: ['rollBack'] });
  expect(hashOf(published.seed!)).toBe(published.seedHash);
});

test('published, everybody reads their seats and is told; another run cannot be published beside it', async () => {
  await product.settle();
  for (const [no, { caller }] of people.entries()) {
    expect((await own(no)).length).toBe(no < 3 ? 2 : 1);
    expect(await titles(caller)).toContain('考场座次已公布');
  }
  const second = await settled((await start()).id);
  expect((await publish(second.id)).body.code).toBe('seating.published');
});

test('anybody can plan the exported input again and get the same seats', async () => {
  const { bytes } = await office.call(contract.exportSeatingRun, { params: { run: published.id } });
  const file = JSON.parse(bytes.toString());
  expect(hashOf(file.input.seed)).toBe(published.seedHash);
  expect(planSeating(file.input)).toEqual({ ok: true, places: file.places });
  expect(file.input.sittings).toHaveLength(11);
  expect(planAgain(file)).toMatchObject({ seedIsTheOne: true, faults: 0, others: 0 });
  const [first, ...rest] = file.places;
  const elsewhere = { ...file, places: [{ ...first, seat: first.seat + 1 }, ...rest] };
  expect(planAgain(elsewhere)).toMatchObject({ others: 1 });
  const seed = { ...file, input: { ...file.input, seed: 'chosen afterwards' } };
  expect(planAgain(seed)).toMatchObject({ seedIsTheOne: false });
});

const room = async (slot = '1', as = office) => {
  const query = { venue, slot };
  const { body } = await as.call(contract.listSeatedRooms, { params: { run: published.id }, query });
  const rooms: SeatedRoom[] = [];
  for (const { id } of body.items)
    rooms.push(
      (await as.call(contract.getSeatedRoom, { params: { run: published.id, room: id }, query: { slot } }))
        .body,
    );
  return rooms;
};

test('a late one gets a free seat and moves no one', async () => {
  const before = await room();
  people.push(await enrolled(9));
  expect(await get(published.id)).toMatchObject({ unseated: 1 });
  const { body } = await office.call(contract.addLateSeats, { params: { run: published.id } });
  expect(body).toEqual({ added: 1, missing: [] });
  const after = (await room()).flatMap(({ seats }) => seats);
  const kept = before.flatMap(({ seats }) => seats);
  expect(after.filter(({ origin }) => origin !== 'late')).toEqual(kept);
  expect(await own(8)).toHaveLength(1);
  expect((await office.call(contract.addLateSeats, { params: { run: published.id } })).body.added).toBe(0);
});

test('by hand somebody goes to a free seat or changes places, with a reason, and never against a rule', async () => {
  const mixed = (await room()).find(({ courses }) => courses.length > 1)!;
  const change = (seat: string, to: number, reason = '座位损坏') =>
    office.call(contract.changeSeat, {
      params: { run: published.id },
      body: { seat, to: { room: mixed.id, seat: to }, reason },
    });
  const [first] = mixed.seats;
  const same = mixed.seats.find(({ course, id }) => course === first!.course && id !== first!.id)!;
  const other = mixed.seats.find(({ course }) => course !== first!.course)!;
  expect((await change(first!.id, same.seat, '')).status).toBe(422);
  expect((await change(first!.id, 7)).body.detail).toContain('没有这个座位');
  const against = await change(first!.id, other.seat);
  expect(against.body.code).toBe('seating.againstRules');
  const done = await change(first!.id, same.seat);
  expect(done.body.seats.find(({ id }: { id: string }) => id === first!.id)).toMatchObject({
    seat: same.seat,
    origin: 'moved',
  });
  expect(done.body.seats.find(({ id }: { id: string }) => id === same.id)).toMatchObject({
    seat: first!.seat,
  });
});

test('a district reads its own rooms once published, another district none of them', async () => {
  expect(await room('1', district)).toHaveLength((await room()).length);
  const foreign = (await anOfficer(product, { district: 'T2' })).caller;
  expect(await room('1', foreign)).toEqual([]);
  const [one] = await room();
  const { status } = await foreign.call(contract.getSeatedRoom, {
    params: { run: published.id, room: one!.id },
    query: { slot: '1' },
  });
  expect(status).toBe(404);
  expect(await get(published.id, foreign)).toMatchObject({
    venues: [],
    report: { byVenue: [], byDistrict: [] },
  });
});

test('taken back with a reason, nobody reads a seat, and everybody is told', async () => {
  expect((await withdraw(published.id, '')).status).toBe(422);
  expect((await withdraw(published.id)).body).toMatchObject({
    state: 'withdrawn',
    reason: '考点停电，改用别的考点',
  });
  await product.settle();
  expect(await own(0)).toEqual([]);
  expect(await titles(people[0]!.caller)).toContain('考场座次已撤回');
  expect((await withdraw(published.id)).body.code).toBe('conflict');
});
