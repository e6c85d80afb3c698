import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { claimCase, claimNext, decide, listCases, releaseCase } from '@zikao/contract/review';
import { auditEntries } from '#platform/tables';
import { profiles } from '#tables/candidates';
import { createTestApp, type TestApp } from '#test/app';
import type { Caller } from '#test/caller';
import { anOfficer, type TestOfficer } from '#test/factories/identity';
import { aSubmittedProfile, DISTRICT, OTHER_DISTRICT, theDistricts } from '#test/factories/review';

let product: TestApp;
let one: TestOfficer;
let two: TestOfficer;
let other: TestOfficer;
let province: TestOfficer;

beforeAll(async () => {
  product = await createTestApp();
  await theDistricts(product);
  one = await anOfficer(product, { district: DISTRICT });
  two = await anOfficer(product, { district: DISTRICT });
  other = await anOfficer(product, { district: OTHER_DISTRICT });
  province = await anOfficer(product, { role: 'province' });
});
afterAll(() => product.close());
beforeEach(async () => {
  await product.at('2027-03-08T10:00:00Z');
  await product.services.db.update(profiles).set({ state: 'approved' });
});

const queue = 'profiles' as const;
const take = (caller: Caller, id: string, takeOver = false) =>
  caller.call(claimCase, { params: { queue, id }, body: { takeOver } });
const next = async (caller: Caller) =>
  (await caller.call(claimNext, { params: { queue } })).body.id as string | null;
const approve = (caller: Caller, id: string) =>
  caller.call(decide, { params: { queue, id }, body: { decision: 'approve' } }, { 'if-match': '"1"' });

describe('a claim', () => {
  it('is not for the province, nor for cases of another district or already decided', async () => {
    const { id } = await aSubmittedProfile(product);
    expect((await take(province.caller, id)).body.code).toBe('conflict');
    expect((await take(other.caller, id)).status).toBe(404);
    expect((await other.caller.call(releaseCase, { params: { queue, id } })).status).toBe(404);
    expect((await approve(other.caller, id)).status).toBe(404);
    const decided = await aSubmittedProfile(product, { state: 'rejected' });
    expect((await take(one.caller, decided.id)).body).toMatchObject({ status: 409, code: 'conflict' });
  });

  it('keeps colleagues out for five minutes of the database clock, and shows who has it', async () => {
    const { id } = await aSubmittedProfile(product);
    expect((await take(one.caller, id)).body).toMatchObject({
      mine: true,
      until: '2027-03-08T10:05:00.000Z',
    });
    const refused = await take(two.caller, id);
    expect(refused.body).toMatchObject({ code: 'review.claimed', detail: `${one.name}正在审核这一件` });
    expect((await approve(two.caller, id)).body.code).toBe('review.claimed');
    const seen = await two.caller.call(listCases, { params: { queue }, query: {} as never });
    expect(seen.body.items[0].claim).toEqual({
      mine: false,
      by: one.name,
      until: '2027-03-08T10:05:00.000Z',
    });

    await product.at('2027-03-08T10:04:59Z');
    expect((await take(two.caller, id)).status).toBe(409);
    await product.at('2027-03-08T10:05:00Z');
    expect((await approve(one.caller, id)).body.code).toBe('review.notClaimed');
    expect((await take(two.caller, id)).body.mine).toBe(true);
    expect((await take(one.caller, id)).status).toBe(409);
  });

  it('is renewed by its holder', async () => {
    const { id } = await aSubmittedProfile(product);
    await take(one.caller, id);
    await product.at('2027-03-08T10:04:00Z');
    expect((await take(one.caller, id)).body.until).toBe('2027-03-08T10:09:00.000Z');
    await product.at('2027-03-08T10:08:00Z');
    expect((await take(two.caller, id)).status).toBe(409);
  });

  it('is given back by its holder only', async () => {
    const { id } = await aSubmittedProfile(product);
    await take(one.caller, id);
    await two.caller.call(releaseCase, { params: { queue, id } });
    expect((await take(two.caller, id)).status).toBe(409);
    expect((await one.caller.call(releaseCase, { params: { queue, id } })).status).toBe(204);
    expect((await take(two.caller, id)).status).toBe(200);
  });

  it('is taken over only on purpose; that is written down, and the first holder cannot decide any more', async () => {
    const { id } = await aSubmittedProfile(product);
    await take(one.caller, id);
    expect((await take(two.caller, id, true)).body).toMatchObject({ mine: true, by: two.name });
    expect((await approve(one.caller, id)).body.code).toBe('review.claimed');
    const entries = await product.services.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subject, `profile:${id}`));
    expect(entries.map(({ actor, why }) => ({ actor, why }))).toEqual([
      { actor: one.id, why: '领取审核' },
      { actor: two.id, why: `接手，原审核人：${one.name}` },
    ]);
  });
});

describe('the next case', () => {
  it('is none where all are held or of other districts', async () => {
    const { id } = await aSubmittedProfile(product);
    await aSubmittedProfile(product, { district: OTHER_DISTRICT });
    await take(one.caller, id);
    expect(await next(two.caller)).toBeNull();
    expect(await next(province.caller)).toBeNull();
    await product.at('2027-03-08T10:05:00Z');
    expect(await next(two.caller)).toBe(id);
  });

  it('is the oldest, and never the same for two who ask at once', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 12; i++)
      ids.push((await aSubmittedProfile(product, { submittedAt: `2027-03-08T08:00:${10 + i}Z` })).id);
    const callers = Array.from({ length: 12 }, (_, i) => (i % 2 ? one : two).caller);
    const given = await Promise.all(callers.map((caller) => next(caller)));
    expect(new Set(given)).toEqual(new Set(ids));
    expect(await next(one.caller)).toBeNull();
  });

  it('follows the order of submission', async () => {
    const late = await aSubmittedProfile(product, { submittedAt: '2027-03-08T08:02:00Z' });
    const early = await aSubmittedProfile(product, { submittedAt: '2027-03-08T08:01:00Z' });
    expect([await next(one.caller), await next(one.caller)]).toEqual([early.id, late.id]);
  });
});
