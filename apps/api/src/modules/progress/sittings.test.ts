import { afterAll, beforeAll, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { listSittings } from '@zikao/contract/sittings';
import { seatingRuns } from '#tables/seating';
import { createTestApp, type TestApp } from '#test/app';
import { createCaller } from '#test/caller';
import { anApprovedCandidate, anEnrolment, anExam, DURING, OPENS } from '#test/factories/enrolments';
import { aSession } from '#test/factories/identity';
import { areSeated, aRun, aVenue } from '#test/factories/seating';

let product: TestApp;
beforeAll(async () => {
  product = await createTestApp();
  await anExam(product);
  await product.at(DURING);
});
afterAll(() => product.close());

async function ask(candidate: string) {
  const caller = createCaller(product);
  caller.cookie = (await aSession(product, candidate)).cookie;
  return (await caller.call(listSittings)).body.items;
}

it('is nobody’s without signing in, and empty before anything was submitted', async () => {
  expect((await createCaller(product).call(listSittings)).status).toBe(401);
  const { id } = await anApprovedCandidate(product);
  await anEnrolment(product, id, { state: 'draft' });
  expect(await ask(id)).toEqual([]);
});

it('shows own courses with their half-days at once, venue, room and seat only after publication', async () => {
  const [{ id }, other] = [await anApprovedCandidate(product), await anApprovedCandidate(product)];
  const courses = [
    { slot: '1', course: 'T01' },
    { slot: '2', course: 'T03' },
  ];
  const enrolment = await anEnrolment(product, id, { state: 'approved', courses });
  await anEnrolment(product, other.id, { state: 'approved', courses });
  const venue = await aVenue(product, { name: '西宁市第一中学', address: '文化街 1 号' });
  const run = await aRun(product, venue, { state: 'planned' });
  await areSeated(product, run, { candidate: id, enrolment, seat: 7 });
  const [before] = await ask(id);
  expect(before).toMatchObject({
    session: { name: '2027 年 4 月' },
    state: 'approved',
    district: '测试一区',
  });
  expect(before.items).toMatchObject([
    { code: 'T01', slot: { date: '2027-04-17', part: 'am' } },
    { code: 'T03', slot: { part: 'pm' } },
  ]);
  expect(JSON.stringify(before)).not.toContain('西宁市第一中学');

  await product.services.db
    .update(seatingRuns)
    .set({ state: 'published', publishedAt: new Date(OPENS) })
    .where(eq(seatingRuns.id, run.run));
  const [after] = await ask(id);
  expect(after.seatsAt).toBe(new Date(OPENS).toISOString());
  const seat = { venue: '西宁市第一中学', address: '文化街 1 号', room: '01', seat: 7 };
  expect(after.items.map((item: { seat: unknown }) => item.seat)).toEqual([seat, seat]);
  // Somebody who was seated nowhere sees that, and nobody else's place.
  const [unseated] = await ask(other.id);
  expect(unseated.items.map((item: { seat?: unknown }) => item.seat)).toEqual([undefined, undefined]);
});
