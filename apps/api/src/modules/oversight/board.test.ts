import { afterAll, beforeAll, expect, it } from 'vitest';
import { getBoard, getOfficeBoard, type OfficeWork } from '@zikao/contract/oversight';
import { getCounts } from '@zikao/contract/review';
import { getStatistics } from '@zikao/contract/review-statistics';
import { createTestApp, type TestApp } from '#test/app';
import { aDecision } from '#test/factories/decisions';
import { anOfficer, type TestOfficer } from '#test/factories/identity';
import {
  aSubmittedEnrolment,
  aSubmittedProfile,
  DISTRICT,
  OTHER_DISTRICT,
  theDistricts,
} from '#test/factories/review';
import { reasonChoices } from '#tables/exams';

let product: TestApp;
let one: TestOfficer;
let two: TestOfficer;
let other: TestOfficer;
let province: TestOfficer;
const NOW = '2027-03-08T10:00:00Z';
const LATE = '2027-03-07T16:30:00Z'; // the 8th in China
const OLD = '2027-02-20T04:00:00Z';

beforeAll(async () => {
  product = await createTestApp();
  await theDistricts(product);
  await product.at(NOW);
  one = await anOfficer(product, { district: DISTRICT });
  two = await anOfficer(product, { district: DISTRICT });
  other = await anOfficer(product, { district: OTHER_DISTRICT });
  province = await anOfficer(product, { role: 'province' });
  await product.services.db.insert(reasonChoices).values({
    code: 'T.blurred',
    queue: 'profiles',
    field: 'photo',
    label: '照片模糊',
    text: '照片不清楚',
    position: 900,
  });
  await aSubmittedProfile(product, { submittedAt: '2027-03-08T02:00:00Z' });
  await aSubmittedProfile(product, { submittedAt: '2027-03-06T02:00:00Z' });
  await aSubmittedProfile(product, { state: 'rejected', submittedAt: '2027-03-01T02:00:00Z' });
  await aSubmittedEnrolment(product, { submittedAt: '2027-03-05T02:00:00Z', district: OTHER_DISTRICT });
  const ready = { field: 'photo', choice: 'T.blurred' };
  await aDecision(product, { officer: one.id, district: DISTRICT, seconds: 10 });
  await aDecision(product, { officer: one.id, district: DISTRICT, seconds: 30, at: LATE });
  await aDecision(product, {
    officer: two.id,
    district: DISTRICT,
    decision: 'reject',
    reasons: [ready, { field: 'name' }],
  });
  await aDecision(product, {
    officer: two.id,
    district: DISTRICT,
    no: 2,
    seconds: null,
    queue: 'enrolments',
  });
  await aDecision(product, { officer: two.id, district: DISTRICT, at: OLD });
  await aDecision(product, {
    officer: other.id,
    district: OTHER_DISTRICT,
    decision: 'reject',
    reasons: [ready],
  });
  await aDecision(product, {
    officer: province.id,
    district: DISTRICT,
    stage: 'province',
    queue: 'transferIn',
    at: '2027-03-04T02:00:00Z',
  });
});
afterAll(() => product.close());

const board = async (query: Record<string, string> = {}) =>
  (await province.caller.call(getBoard, { query: query as never })).body;
const office = async (code: string, query: Record<string, string> = {}) =>
  (await province.caller.call(getOfficeBoard, { params: { office: code }, query: query as never })).body;
const rowOf = (body: { offices: OfficeWork[] }, code: string) =>
  body.offices.find((row) => row.office === code)!;

it('is the province’s alone: a district is told nothing, not even whether another exists', async () => {
  for (const code of [DISTRICT, OTHER_DISTRICT, 'nowhere']) {
    const { status, body } = await one.caller.call(getOfficeBoard, { params: { office: code } });
    expect([status, body.code]).toEqual([403, 'forbidden']);
  }
  expect((await one.caller.call(getBoard)).status).toBe(403);
});

it('has no board of a queue or an office that is none', async () => {
  const query = { queue: 'nothing' };
  expect((await province.caller.call(getBoard, { query })).status).toBe(404);
  expect((await province.caller.call(getOfficeBoard, { params: { office: 'X1' } })).status).toBe(404);
  expect((await province.caller.call(getBoard, { query: { from: '8.3.2027' } })).status).toBe(422);
});

it('shows of every district what waits, since when, what was decided lately and how', async () => {
  const body = await board();
  expect(rowOf(body, DISTRICT)).toEqual({
    office: DISTRICT,
    name: '西宁市',
    pending: 2,
    oldest: '2027-03-06T02:00:00.000Z',
    pace: { today: 4, week: 4, month: 5 },
    figures: { decided: 4, approved: 3, rejected: 1, medianSeconds: 20, firstPassRate: 2 / 3 },
  });
  expect(rowOf(body, OTHER_DISTRICT)).toMatchObject({
    pending: 1,
    oldest: '2027-03-05T02:00:00.000Z',
    figures: { decided: 1, rejected: 1, firstPassRate: 0 },
  });
  expect(rowOf(body, 'province')).toMatchObject({
    name: '省考办',
    pending: 0,
    pace: { today: 0, week: 1, month: 1 },
    figures: { decided: 0, medianSeconds: null },
  });
  expect(body.total).toMatchObject({
    pending: 3,
    oldest: '2027-03-05T02:00:00.000Z',
    pace: { today: 5, week: 6, month: 7 },
    figures: { decided: 5, approved: 3 },
  });
  expect(body.reasons).toEqual([
    { queue: 'profiles', field: 'photo', label: '照片模糊', uses: 2 },
    { queue: 'profiles', field: 'name', uses: 1 },
  ]);
});

it('narrows to a period and a queue', async () => {
  const month = await board({ from: '2027-02-07', queue: 'profiles' });
  expect(rowOf(month, DISTRICT)).toMatchObject({ pending: 2, figures: { decided: 4 } });
  expect(rowOf(month, OTHER_DISTRICT)).toMatchObject({ pending: 0, figures: { decided: 1 } });
  const past = await board({ from: '2027-02-01', to: '2027-02-28' });
  expect(past.total.figures).toMatchObject({ decided: 1, approved: 1 });
  expect(past.reasons).toEqual([]);
});

it('goes down into one office: queues, officers, days, reasons', async () => {
  const body = await office(DISTRICT, { from: '2027-02-07' });
  expect(body.queues.map(({ queue }: { queue: string }) => queue).slice(0, 2)).toEqual([
    'profiles',
    'enrolments',
  ]);
  expect(body.queues[1]).toMatchObject({ pending: 0, figures: { decided: 1, firstPassRate: null } });
  expect(body.officers).toEqual([
    { officer: two.id, name: two.name, figures: expect.objectContaining({ decided: 3, rejected: 1 }) },
    { officer: one.id, name: one.name, figures: expect.objectContaining({ decided: 2, medianSeconds: 20 }) },
  ]);
  expect(body.days.map(({ day, figures }: never) => [day, (figures as { decided: number }).decided])).toEqual(
    [
      ['2027-02-20', 1],
      ['2027-03-08', 4],
    ],
  );
  expect(body.reasons).toHaveLength(2);
  const own = await office('province', { from: '2027-02-07' });
  expect(own.total).toMatchObject({ name: '省考办', pace: { month: 1 }, figures: { decided: 1 } });
  expect(own.officers).toMatchObject([{ officer: province.id }]);
});

it('says the same as the workspace says to the district itself', async () => {
  const body = await board();
  for (const officer of [one, other]) {
    const row = rowOf(body, officer.district!);
    const counted = (await officer.caller.call(getCounts)).body.queues as OfficeWork[];
    expect(row.pending).toBe(counted.reduce((sum, { pending }) => sum + pending, 0));
    expect(row.oldest).toBe(counted.flatMap(({ oldest }) => oldest ?? []).toSorted()[0]);
    const { total } = (await officer.caller.call(getStatistics)).body;
    expect(row.figures).toEqual(total.office);
    const down = await office(officer.district!);
    expect(down.total).toEqual(row);
  }
});
