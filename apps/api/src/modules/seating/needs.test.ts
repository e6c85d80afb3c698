import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SeatedRoom, SeatingRun } from '@zikao/contract/seating';
import { listSeatingNeeds, setSeatingNeed } from '@zikao/contract/seating-needs';
import { getSeatedRoom, getSeatingRun, listSeatedRooms, startSeatingRun } from '@zikao/contract/seating-runs';
import { createTestApp, type TestApp } from '#test/app';
import type { Caller } from '#test/caller';
import { anApprovedCandidate, anEnrolment, anExam, DURING, SESSION } from '#test/factories/enrolments';
import { anOfficer } from '#test/factories/identity';
import { anAdmissionNumber } from '#test/factories/records';
import { aVenue } from '#test/factories/seating';

let product: TestApp;
let province: Caller;
let own: Caller;
let other: Caller;
let number: string;
let venue: string;

beforeAll(async () => {
  product = await createTestApp();
  await anExam(product);
  await product.at(DURING);
  province = (await anOfficer(product, { role: 'province' })).caller;
  own = (await anOfficer(product, { district: 'T1' })).caller;
  other = (await anOfficer(product, { district: 'T2' })).caller;
  for (let no = 0; no < 5; no++) {
    const { id } = await anApprovedCandidate(product);
    number = await anAdmissionNumber(product, id);
    await anEnrolment(product, id, { state: 'approved' });
  }
  // The first room, with steps, has seats for all.
  venue = await aVenue(product, { rooms: [{}, { accessible: true }] });
});
afterAll(() => product.close());

const set = (as: Caller, body: object = {}) =>
  as.call(setSeatingNeed, {
    body: { session: SESSION, admissionNumber: number, reason: '使用轮椅', ...body } as never,
  });
const list = async (as: Caller) =>
  (await as.call(listSeatingNeeds, { query: { session: SESSION } })).body.items;

test('another district does not find the candidate, nor sees the need', async () => {
  expect((await set(other)).status).toBe(404);
  expect((await set(own, { admissionNumber: '1' })).status).toBe(422);
  expect((await set(own)).body.items).toMatchObject([{ admissionNumber: number, reason: '使用轮椅' }]);
  expect([(await list(province)).length, (await list(other)).length]).toEqual([1, 0]);
});

test('whoever needs it is seated in a room without steps', async () => {
  const { body: begun } = await province.call(startSeatingRun, { body: { session: SESSION } });
  await product.settle();
  const params = { run: (begun as SeatingRun).id };
  expect((await province.call(getSeatingRun, { params })).body.state).toBe('planned');
  const { body } = await province.call(listSeatedRooms, { params, query: { venue, slot: '1' } });
  const rooms: SeatedRoom[] = [];
  for (const { id } of body.items)
    rooms.push(
      (await province.call(getSeatedRoom, { params: { ...params, room: id }, query: { slot: '1' } })).body,
    );
  const seated = rooms.find(({ seats }) => seats.some(({ admissionNumber }) => admissionNumber === number));
  expect(seated?.accessible).toBe(true);
  expect(rooms.flatMap(({ seats }) => seats)).toHaveLength(5);
});

test('taken back, nobody needs it', async () => {
  expect((await set(province, { needed: false, reason: '登记有误' })).body.items).toEqual([]);
});
