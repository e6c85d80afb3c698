import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawSpotCheck, endSpotCheck, getSpotCheck, listSpotChecks } from '@zikao/contract/spot-checks';
import { decisions } from '#tables/review';
import { createTestApp, type TestApp } from '#test/app';
import { aDecision } from '#test/factories/decisions';
import { anOfficer, type TestOfficer } from '#test/factories/identity';
import { DISTRICT, OTHER_DISTRICT, theDistricts } from '#test/factories/review';
import { spotCheckTasks } from './tables.ts';

let product: TestApp;
let officer: TestOfficer;
let province: TestOfficer;
const MONTH = { from: '2027-02-01', to: '2027-03-08', reviewers: 'province' };

beforeAll(async () => {
  product = await createTestApp();
  await theDistricts(product);
  await product.at('2027-03-08T10:00:00Z');
  officer = await anOfficer(product, { district: DISTRICT });
  province = await anOfficer(product, { role: 'province' });
  const by = { officer: officer.id, at: '2027-03-01T04:00:00Z' };
  for (let i = 0; i < 30; i++) await aDecision(product, { ...by, district: DISTRICT });
  for (let i = 0; i < 10; i++)
    await aDecision(product, { ...by, district: OTHER_DISTRICT, queue: 'enrolments' });
  await aDecision(product, { ...by, district: DISTRICT, queue: 'transferIn', stage: 'province' });
  await aDecision(product, { ...by, district: DISTRICT, queue: 'recheck' });
  await aDecision(product, { ...by, district: DISTRICT, at: '2027-01-31T15:59:59Z' });
});
afterAll(() => product.close());

const draw = async (body: Record<string, unknown>, who = province) =>
  who.caller.call(drawSpotCheck, { body: body as never });
const drawnOf = async (id: string) =>
  (
    await product.services.db
      .select({ decision: decisions })
      .from(spotCheckTasks)
      .innerJoin(decisions, eq(decisions.id, spotCheckTasks.decision))
      .where(eq(spotCheckTasks.spotCheck, id))
      .orderBy(asc(spotCheckTasks.position))
  ).map(({ decision }) => decision);

it('is for the province to draw, to see and to end', async () => {
  expect((await draw({ ...MONTH, size: 5 }, officer)).status).toBe(403);
  const { body } = await draw({ ...MONTH, size: 1 });
  const params = { spotCheck: body.id };
  expect((await officer.caller.call(listSpotChecks)).status).toBe(403);
  expect((await officer.caller.call(getSpotCheck, { params })).status).toBe(403);
  expect((await officer.caller.call(endSpotCheck, { params })).status).toBe(403);
});

it.each([
  [{ ...MONTH }, 'size', '请在件数和百分比中填写一项'],
  [{ ...MONTH, size: 5, percent: 5 }, 'size', '请在件数和百分比中填写一项'],
  [{ ...MONTH, size: 501 }, 'size', '一次最多抽取 500 件'],
  [{ ...MONTH, size: 5, from: '2027-03-09' }, 'to', '最后一天不能早于第一天'],
])('refuses %j', async (body, path, message) => {
  const { status, body: said } = await draw(body);
  expect(status).toBe(422);
  expect(said.errors).toEqual([{ path, message }]);
});

it('says when there is nothing to draw from, and where nothing is judged again', async () => {
  const none = await draw({ ...MONTH, from: '2026-01-01', to: '2026-01-02', size: 5 });
  expect([none.status, none.body.code]).toEqual([409, 'spotCheck.nothing']);
  expect((await draw({ ...MONTH, queue: 'recheck', size: 5 })).body.code).toBe('spotCheck.nothing');
  expect((await draw({ ...MONTH, queue: 'nothing', size: 5 })).status).toBe(404);
  expect((await draw({ ...MONTH, district: 'X9', size: 5 })).status).toBe(404);
});

it('draws only what it was asked to draw from', async () => {
  const all = await draw({ ...MONTH, percent: 100 });
  expect(all.body).toMatchObject({ population: 41, size: 41, state: 'open', actions: ['end'] });
  const there = await draw({ ...MONTH, district: OTHER_DISTRICT, queue: 'enrolments', size: 99 });
  expect(there.body).toMatchObject({ population: 10, size: 10, district: '海东市' });
  const districts = await draw({ ...MONTH, reviewers: 'district', percent: 10 });
  expect(districts.body).toMatchObject({ population: 40, size: 4 });
  const drawn = await drawnOf(districts.body.id);
  expect(drawn.every(({ stage, at }) => stage === 'district' && at >= new Date('2027-01-31T16:00:00Z'))).toBe(
    true,
  );
});

it('the same seed draws the same, another seed something else', async () => {
  const sample = async (seed?: string) =>
    (await drawnOf((await draw({ ...MONTH, size: 10, ...(seed && { seed }) })).body.id)).map(({ id }) => id);
  const first = await sample('2027-3');
  expect(new Set(first).size).toBe(10);
  expect(await sample('2027-3')).toEqual(first);
  expect(await sample('2027-4')).not.toEqual(first);
  const made = await draw({ ...MONTH, size: 10 });
  expect(made.body.seed).toMatch(/^[0-9a-f]{16}$/);
  const again = await sample(made.body.seed);
  expect(again).toEqual((await drawnOf(made.body.id)).map(({ id }) => id));
});

it('is listed, the latest first, and ended once', async () => {
  const { body } = await draw({ ...MONTH, size: 2 });
  const params = { spotCheck: body.id };
  const listed = await province.caller.call(listSpotChecks, { query: { limit: 100 } as never });
  expect(listed.body.items.find(({ id }: { id: string }) => id === body.id)).toEqual(body);
  const ended = await province.caller.call(endSpotCheck, { params });
  expect(ended.body).toMatchObject({ state: 'ended', actions: [] });
  expect((await province.caller.call(endSpotCheck, { params })).body.code).toBe('conflict');
  const nothing = { spotCheck: crypto.randomUUID() };
  expect((await province.caller.call(getSpotCheck, { params: nothing })).status).toBe(404);
  expect((await province.caller.call(endSpotCheck, { params: nothing })).status).toBe(404);
});
