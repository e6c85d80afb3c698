import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { problemOf } from '#platform/failures';
import { profiles, profileSubmissions } from '#tables/candidates';
import { createTestApp, type TestApp } from '#test/app';
import { aCtx } from '#test/ctx';
import {
  aFilingTime,
  aReadyCandidate,
  CLOSES,
  DURING,
  OTHER_DISTRICT,
  theProfile,
  typed,
} from '#test/factories/candidates';
import { anOfficer, type TestCandidate } from '#test/factories/identity';
import { submitProfile } from './index.ts';

let product: TestApp;
beforeAll(async () => {
  product = await createTestApp();
  await aFilingTime(product);
});
beforeEach(() => product.at(DURING));
afterAll(() => product.close());

/** Submits in a transaction that goes on to `before` its commit. */
const submit = (candidate: TestCandidate, before?: () => Promise<void>) =>
  product.services.db
    .transaction(async (tx) => {
      await submitProfile({ ...aCtx(product, candidate), db: tx });
      await before?.();
    })
    .catch((error: unknown) => problemOf(error).code);
const set = ({ id }: TestCandidate, values: Partial<typeof profiles.$inferInsert>) =>
  product.services.db.update(profiles).set(values).where(eq(profiles.id, id));
const submissionsOf = ({ id }: TestCandidate) =>
  product.services.db.select().from(profileSubmissions).where(eq(profileSubmissions.profile, id));

describe('a submission is refused', () => {
  test('when it would commit after the deadline, though it began in time', async () => {
    const candidate = await aReadyCandidate(product);
    await set(candidate, { photoState: 'passed' });
    await product.at('2027-03-08T09:59:59Z');
    expect(await submit(candidate, () => product.at(CLOSES))).toBe('window.closed');
    expect(await submissionsOf(candidate)).toEqual([]);
    expect(await theProfile(product, candidate.id)).toMatchObject({ state: 'draft', submission: 0 });
  });

  test('while the photo is neither verified nor left to the desk', async () => {
    const candidate = await aReadyCandidate(product);
    expect(await submit(candidate)).toBe('conflict');
  });

  test('when a code was withdrawn since 保存信息', async () => {
    const candidate = await aReadyCandidate(product, { answers: { nation: '98' } });
    await set(candidate, { photoState: 'passed' });
    expect(await submit(candidate)).toBe('request.invalid');
  });
});

test('a submission clears the reasons of the last rejection and freezes the answers, sealed', async () => {
  const candidate = await aReadyCandidate(product);
  const reasons = [{ field: 'name', text: '姓名与身份证不一致' }];
  await set(candidate, { photoState: 'passed', state: 'rejected', reasons, remark: '请修改' });
  expect(await submit(candidate)).toBeUndefined();
  expect(await theProfile(product, candidate.id)).toMatchObject({
    state: 'pending',
    reasons: [],
    remark: null,
    name: typed.name,
    district: typed.district,
  });
  const [submission] = await submissionsOf(candidate);
  expect(submission!.answers.toString('utf8')).not.toContain(typed.address);
  expect(submission!.groups.toString('utf8')).not.toContain(typed.address);
});

test('what was sent back comes again to whoever sent it back, for a day; in another district to anybody', async () => {
  const { id: reviewer } = await anOfficer(product, { district: typed.district });
  const again = async (district: string) => {
    const candidate = await aReadyCandidate(product);
    await set(candidate, { photoState: 'passed', state: 'rejected', submission: 1, district, reviewer });
    expect(await submit(candidate)).toBeUndefined();
    return theProfile(product, candidate.id);
  };
  expect(await again(typed.district)).toMatchObject({
    reservedFor: reviewer,
    reservedUntil: new Date(Date.parse(DURING) + 24 * 60 * 60 * 1000),
  });
  expect(await again(OTHER_DISTRICT)).toMatchObject({ reservedFor: null, reservedUntil: null });
});
