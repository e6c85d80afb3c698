import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Venue } from '@zikao/contract/venues';
import * as contract from '@zikao/contract/venues';
import { createTestApp, type TestApp } from '#test/app';
import type { Caller } from '#test/caller';
import { anExam, DURING } from '#test/factories/enrolments';
import { anOfficer } from '#test/factories/identity';
import { aRun, aVenue } from '#test/factories/seating';

let product: TestApp;
let province: Caller;
let one: Caller;
let two: Caller;

const ROOM = { no: '01', rows: 5, columns: 6, capacity: 30 };
const PLAN = { code: 'T1-A', name: '第一中学', address: '城中区 1 号', rooms: [ROOM] };

beforeAll(async () => {
  product = await createTestApp();
  await anExam(product);
  await product.at(DURING);
  province = (await anOfficer(product, { role: 'province' })).caller;
  one = (await anOfficer(product, { district: 'T1' })).caller;
  two = (await anOfficer(product, { district: 'T2' })).caller;
});
afterAll(() => product.close());

const create = (as: Caller, plan: object = {}) =>
  as.call(contract.createVenue, { body: { ...PLAN, district: 'T1', ...plan } as never });
const save = (as: Caller, { id, version }: Venue, plan: object = {}) =>
  as.call(
    contract.saveVenue,
    { params: { venue: id }, body: { ...PLAN, ...plan } as never },
    { 'if-match': `"${version}"` },
  );
const remove = (as: Caller, { id, version }: Pick<Venue, 'id' | 'version'>) =>
  as.call(contract.deleteVenue, { params: { venue: id } }, { 'if-match': `"${version}"` });
const list = async (as: Caller, district?: string) =>
  (await as.call(contract.listVenues, { query: { ...(district && { district }) } })).body.items as Venue[];

test.each([
  ['a code with other signs', { code: '甲 1' }, 'code'],
  ['no name', { name: ' ' }, 'name'],
  ['more seats than places', { rooms: [{ ...ROOM, capacity: 31 }] }, 'rooms.0.capacity'],
  ['a room number twice', { rooms: [ROOM, ROOM] }, 'rooms.1.no'],
  ['a district that is not there', { district: '000000' }, 'district'],
])('refused: %s', async (_, plan, path) => {
  const { status, body } = await create(province, plan);
  expect([status, body.errors[0].path]).toEqual([422, path]);
});

let venue: Venue;

test('a district’s venue is of the own district, its code is nobody else’s', async () => {
  const { status, body } = await create(one, { district: 'T2' });
  expect([status, body.district]).toEqual([201, 'T1']);
  venue = body;
  expect((await create(two, { name: '第二中学' })).body.code).toBe('venue.codeTaken');
});

test('another district neither reads nor changes it: 404, as if it were not there', async () => {
  const read = (as: Caller) => as.call(contract.getVenue, { params: { venue: venue.id } });
  expect((await read(two)).status).toBe(404);
  expect((await save(two, venue)).status).toBe(404);
  expect((await remove(two, venue)).status).toBe(404);
  expect(await list(two, 'T1')).toEqual([]);
  expect((await list(one)).map(({ id }) => id)).toEqual([venue.id]);
  expect((await list(province)).length).toBeGreaterThan(1);
  expect((await read(one)).body).toMatchObject({ rooms: [{ ...ROOM, accessible: false }] });
});

test('it is changed as a whole by whoever saw the newest version', async () => {
  const rooms = [
    { ...ROOM, accessible: true },
    { ...ROOM, no: '02', rows: 4, columns: 5, capacity: 20 },
  ];
  const { body } = await save(one, venue, { rooms });
  expect(body).toMatchObject({ version: 2, rooms });
  expect((await list(one))[0]).toMatchObject({ rooms: 2, seats: 50, accessibleSeats: 30 });
  expect((await save(province, venue)).body.code).toBe('request.stale');
  venue = body;
});

test('one that was used for seating is not deleted; another is', async () => {
  const used = await aVenue(product, { district: 'T1' });
  await aRun(product, used, { state: 'planned' });
  expect((await remove(province, { id: used, version: 1 })).body.code).toBe('venue.used');
  expect((await remove(one, venue)).status).toBe(204);
  expect((await list(one)).map(({ id }) => id)).toEqual([used]);
});
