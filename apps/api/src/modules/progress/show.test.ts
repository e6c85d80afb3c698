import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { getProgress } from '@zikao/contract/progress';
import { windows } from '#tables/exams';
import { createTestApp, type TestApp } from '#test/app';
import { createCaller } from '#test/caller';
import { anApprovedCandidate, anEnrolment, anExam, DURING, OPENS, SESSION } from '#test/factories/enrolments';
import { aSession } from '#test/factories/identity';
import { aFrozenRecord, anAdmissionNumber, aRecordEntry } from '#test/factories/records';

let product: TestApp;
beforeAll(async () => {
  product = await createTestApp();
  await anExam(product);
  await product.at(DURING);
});
afterAll(() => product.close());

async function ask(candidate: string, query: { major?: string } = {}) {
  const caller = createCaller(product);
  caller.cookie = (await aSession(product, candidate)).cookie;
  return caller.call(getProgress, { query });
}

it('is refused to nobody signed in, and for a major without a plan', async () => {
  expect((await createCaller(product).call(getProgress, { query: {} })).status).toBe(401);
  const { id } = await anApprovedCandidate(product);
  expect((await ask(id, { major: 'TM4' })).status).toBe(404);
});

it('is empty before a major is chosen', async () => {
  const { id } = await anApprovedCandidate(product);
  expect((await ask(id)).body).toEqual({ progress: null });
});

it('compares the plan in force with the record, and with what is enrolled for', async () => {
  const { id } = await anApprovedCandidate(product);
  await aRecordEntry(product, id, { course: 'T01', kind: 'passed', score: '78' });
  await aRecordEntry(product, id, { course: 'T04', kind: 'exempted' });
  await anEnrolment(product, id, { state: 'approved' });
  const { progress } = (await ask(id)).body;
  expect(progress).toMatchObject({ major: { code: 'TM1' }, version: '2024', complete: false });
  const items = Object.fromEntries(
    progress.groups[0].items.map((item: { code: string }) => [item.code, item]),
  );
  expect(items['T01']).toMatchObject({ state: 'done', how: 'passed', score: '78' });
  // The practice part is free: its theory part is exempted though it is in no group.
  expect(items['T05'].after).toBeUndefined();
  expect(items['T07']).toMatchObject({ state: 'missing' });
  expect(items['T07'].offered).toBeUndefined();
});

it('says what to do now: until when to enrol, or what stands against it', async () => {
  const { id } = await anApprovedCandidate(product);
  await aRecordEntry(product, id, { course: 'T01', kind: 'passed', score: '78' });
  const next = async () => (await ask(id, { major: 'TM1' })).body.progress.next;
  // T02 (slot 1) and T03 (slot 2) are open; the practice part waits for T04.
  expect(await next()).toMatchObject({
    to: 'enrolment',
    text: '2027 年 4 月开考您还差的课程 2 门，按半天计算最多能报考 2 门，报考 2027年3月8日 18:00 截止。',
  });
  await product.at(new Date(Date.parse(OPENS) - 1_000).toISOString());
  expect((await next()).text).toContain('2027年3月1日 09:00 开始报考');
  await product.at('2027-03-09T00:00:00Z');
  expect(await next()).toMatchObject({ to: 'catalogue' });
  await product.at(DURING);
  await anAdmissionNumber(product, id, { another: true });
  expect((await next()).text).toContain('需要合档');
  await aFrozenRecord(product, id);
  expect((await next()).text).toContain('转出冻结');
});

it('names the time to enrol that holds for the candidate’s district', async () => {
  const { id } = await anApprovedCandidate(product);
  const later = { opensAt: new Date(OPENS), closesAt: new Date('2027-03-10T04:00:00Z') };
  const own = { session: SESSION, function: 'enrolment' as const, district: 'T1', ...later };
  await product.services.db.insert(windows).values(own);
  expect((await ask(id, { major: 'TM1' })).body.progress.next.text).toContain('2027年3月10日 12:00 截止');
  await product.services.db.delete(windows).where(eq(windows.district, 'T1'));
});
