import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as contract from '@zikao/contract/enrolments';
import { problemOf } from '#platform/failures';
import { outbox } from '#platform/tables';
import { enrolmentSubmissions } from '#tables/enrolments';
import { createTestApp, type TestApp } from '#test/app';
import { aCtx } from '#test/ctx';
import { anApprovedCandidate, anEnrolment, anExam, DURING } from '#test/factories/enrolments';
import { anOfficer, type TestCandidate } from '#test/factories/identity';
import { aFrozenRecord } from '#test/factories/records';
import { decideEnrolment } from './decide.ts';
import { loadEnrolmentSubmission } from './submissions.ts';

let product: TestApp;
let candidate: TestCandidate;
let id: string;
beforeAll(async () => {
  product = await createTestApp();
  await anExam(product);
});
afterAll(() => product.close());
beforeEach(async () => {
  await product.at(DURING);
  candidate = await anApprovedCandidate(product);
  id = await anEnrolment(product, candidate.id);
});

const officerCtx = async (district = 'T1') => {
  const { id: officer, name } = await anOfficer(product, { district });
  return aCtx(product, { id: officer, name, role: 'district', district });
};
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => problemOf(error).code,
  );
const reasons = [{ field: 'courses', text: '所选课程与专业不符' }];
const shown = async () => (await candidate.caller.call(contract.getEnrolment)).body.enrolment;

test('another district neither sees nor decides it', async () => {
  const ctx = await officerCtx('T2');
  expect(await codeOf(decideEnrolment(ctx, id, 1, { decision: 'approve' }))).toBe('notFound');
  expect(await codeOf(loadEnrolmentSubmission(ctx, id, 1))).toBe('notFound');
  expect((await shown()).state).toBe('pending');
});

test('the province and the candidate cannot decide', async () => {
  const province = aCtx(product, { id: candidate.id, name: '省考办', role: 'province' });
  expect(await codeOf(decideEnrolment(province, id, 1, { decision: 'approve' }))).toBe('forbidden');
  const self = aCtx(product, candidate);
  expect(await codeOf(decideEnrolment(self, id, 1, { decision: 'approve' }))).toBe('forbidden');
});

test('whose record was transferred out since is not approved, and the officer sees why; rejecting is possible', async () => {
  await aFrozenRecord(product, candidate.id);
  const ctx = await officerCtx();
  expect(await loadEnrolmentSubmission(ctx, id, 1)).toMatchObject({
    blocked: expect.stringContaining('转出到甘肃省'),
  });
  expect(await codeOf(decideEnrolment(ctx, id, 1, { decision: 'approve' }))).toBe('conflict');
  expect((await shown()).state).toBe('pending');
  await decideEnrolment(ctx, id, 1, { decision: 'reject', reasons });
  expect((await shown()).state).toBe('rejected');
});

test('a submission that is no longer the last one is not decided', async () => {
  const ctx = await officerCtx();
  expect(await codeOf(decideEnrolment(ctx, id, 2, { decision: 'approve' }))).toBe('request.stale');
});

test('of two officers deciding at once one decides, the other is told', async () => {
  const [one, two] = [await officerCtx(), await officerCtx()];
  const codes = await Promise.all([
    codeOf(decideEnrolment(one, id, 1, { decision: 'approve' })),
    codeOf(decideEnrolment(two, id, 1, { decision: 'reject', reasons })),
  ]);
  expect(codes.toSorted()).toEqual(['conflict', 'done']);
});

test('approval is 报考成功, and the candidate is told', async () => {
  const before = await shown();
  const { state, message } = await decideEnrolment(await officerCtx(), id, 1, { decision: 'approve' });
  expect(state).toBe('approved');
  const after = await shown();
  expect(after).toMatchObject({ state: 'approved', reasons: [], reviewedAt: '2027-03-05T02:00:00.000Z' });
  // What the candidate is typing meanwhile is not refused because of it.
  expect(after.version).toBe(before.version);
  const told = await product.services.db.select().from(outbox).where(eq(outbox.event, 'enrolment.approved'));
  expect(told.map(({ payload }) => payload)).toContainEqual({
    candidate: candidate.id,
    enrolment: id,
    message,
  });
});

test('rejection keeps its reasons with the submission, and shows what changed in the next', async () => {
  const ctx = await officerCtx();
  const { message } = await decideEnrolment(ctx, id, 1, { decision: 'reject', reasons, remark: '请改选' });
  expect(message).toContain('1. 课程：所选课程与专业不符\n请改选\n测试一区考区');
  const rejected = await shown();
  expect(rejected).toMatchObject({ state: 'rejected', reasons, remark: '请改选' });
  expect(rejected.timeline.at(-1)).toMatchObject({ note: '课程：所选课程与专业不符' });
  const saved = await candidate.caller.call(
    contract.saveEnrolmentDraft,
    { body: { courses: [{ slot: '1', course: 'T02' }] } },
    { 'if-match': `"${rejected.version}"` },
  );
  const again = await candidate.caller.call(
    contract.submitEnrolment,
    {},
    { 'if-match': `"${saved.body.version}"` },
  );
  expect(again.body).toMatchObject({ state: 'pending', reasons: [], submission: { no: 2 } });
  expect(again.body.remark).toBeUndefined();
  const review = await loadEnrolmentSubmission(ctx, id, 2);
  expect(review.previousReasons).toEqual(reasons);
  expect(JSON.stringify(review.previous)).toContain('T01');
  expect(JSON.stringify(review.groups)).toContain('T02');
  const kept = await product.services.db
    .select({ no: enrolmentSubmissions.no, reasons: enrolmentSubmissions.reasons })
    .from(enrolmentSubmissions)
    .where(eq(enrolmentSubmissions.enrolment, id));
  expect(kept).toEqual(
    expect.arrayContaining([
      { no: 1, reasons },
      { no: 2, reasons: [] },
    ]),
  );
});
