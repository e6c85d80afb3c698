import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as profile from '@zikao/contract/candidates';
import { sweep, work } from '#app';
import { Problem } from '#platform/problem';
import { events, outbox } from '#platform/tables';
import type { VerificationInput, Verifier } from '#platform/verification';
import { profiles, profileSubmissions } from '#tables/candidates';
import { verifications } from '#tables/photos';
import { createTestApp, type TestApp } from '#test/app';
import type { Caller } from '#test/caller';
import { dieOverAJob } from '#test/dying';
import { aFilingTime, aReadyCandidate, CLOSES, drawings, DURING } from '#test/factories/candidates';

let product: TestApp;
let verifier: Verifier;
let real: Verifier['verify'];
beforeAll(async () => {
  product = await createTestApp();
  await aFilingTime(product);
  ({ verifier } = product.services);
  real = verifier.verify;
});
beforeEach(() => product.at(DURING));
afterEach(async () => {
  verifier.verify = real;
  await product.settle();
});
afterAll(() => product.close());

const ask = (caller: Caller) => caller.call(profile.verifyPhoto);
const profileOf = async (caller: Caller) => (await caller.call(profile.getProfile)).body;
const photoOf = async (caller: Caller) => (await profileOf(caller)).photo;
const upload = (caller: Caller, kind: 'photo' | 'cardPortrait', bytes: Buffer) =>
  caller.call(profile.uploadPicture, { params: { kind }, body: bytes as never });
const blurred = async () => aReadyCandidate(product, { photo: await drawings.blurred() });
const working = () => ({ ...product.services, log: product.app.log });
const sweeping = () => sweep(working());
/** Something happens while the photo is being looked at. */
const meanwhile = (happens: () => Promise<unknown>) => {
  verifier.verify = async (input) => {
    verifier.verify = real;
    await happens();
    return real(input);
  };
};

/** Everything that must happen once. */
async function effectsOn(id: string) {
  const acts = await product.services.db.select().from(events).where(eq(events.subjectId, id));
  const told = await product.services.db.select().from(outbox);
  const tries = await product.services.db.select().from(verifications).where(eq(verifications.candidate, id));
  return {
    acts: acts.map(({ action }) => action),
    told: told
      .filter(({ payload }) => (payload as { candidate: string }).candidate === id)
      .map((row) => row.event),
    judged: tries.filter(({ judgement }) => judgement).length,
    submissions: await product.services.db.$count(profileSubmissions, eq(profileSubmissions.profile, id)),
  };
}

describe('提交验证', () => {
  test('is answered at once with the place in the queue, and goes on without its page', async () => {
    const first = await aReadyCandidate(product);
    await ask(first.caller);
    await product.at('2027-03-05T02:00:01Z');
    const second = await aReadyCandidate(product);
    const { status, body } = await ask(second.caller);
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'draft', photo: { state: 'verifying', waiting: { ahead: 1 } } });
    expect((await photoOf(first.caller)).waiting).toEqual({ ahead: 0 });
    await product.settle();
    expect(await profileOf(second.caller)).toMatchObject({ state: 'pending', photo: { state: 'passed' } });
    expect((await photoOf(second.caller)).waiting).toBeUndefined();
  });

  test('asked for in two tabs at once is one', async () => {
    const { caller, id } = await blurred();
    const both = await Promise.all([ask(caller), ask(caller)]);
    expect(both.map(({ status, body }) => [status, body.photo.state])).toEqual([
      [200, 'verifying'],
      [200, 'verifying'],
    ]);
    await product.settle();
    expect(await photoOf(caller)).toMatchObject({ state: 'failed', failures: 1 });
    expect(await effectsOn(id)).toMatchObject({ acts: ['verify', 'fail'], judged: 1 });
  });

  test('asked for in time counts, however long the queue; asked for too late does not', async () => {
    const { caller, id } = await aReadyCandidate(product);
    await product.at('2027-03-08T09:59:59.999Z');
    await ask(caller);
    await product.at('2027-03-08T10:20:00Z');
    const late = await aReadyCandidate(product);
    expect((await ask(late.caller)).body.code).toBe('window.closed');
    await product.settle();
    expect(await profileOf(caller)).toMatchObject({
      state: 'pending',
      submittedAt: '2027-03-08T09:59:59.999Z',
    });
    expect(await effectsOn(id)).toMatchObject({ submissions: 1 });
  });

  test('that begins in time but commits too late does not count: the database judges at its end', async () => {
    const { caller, id } = await aReadyCandidate(product);
    await product.at('2027-03-08T09:59:59Z');
    const { jobs } = product.services;
    const { enqueue } = jobs;
    jobs.enqueue = async (...job) => {
      await product.at(CLOSES);
      return enqueue(...job);
    };
    const { status, body } = await ask(caller);
    jobs.enqueue = enqueue;
    expect([status, body.code]).toEqual([403, 'window.closed']);
    await product.settle();
    expect(await effectsOn(id)).toEqual({ acts: [], told: [], judged: 0, submissions: 0 });
  });

  test('gets the photo, both sides of the card, the standard and what the candidate declared', async () => {
    const { caller, idNumber } = await aReadyCandidate(product);
    let seen: VerificationInput | undefined;
    verifier.verify = (input) => {
      seen = input;
      return real(input);
    };
    await ask(caller);
    await product.settle();
    expect(seen!.declared).toEqual({ name: '卓玛措', idNumber });
    expect(seen!.photo.equals(await drawings.photo())).toBe(true);
    expect(seen!.cardPortrait!.equals(await drawings.cardPortrait())).toBe(true);
    expect(seen!.cardEmblem!.equals(await drawings.cardEmblem())).toBe(true);
    expect([seen!.profile.name, seen!.today]).toEqual(['测试规格', '2027-03-05']);
  });
});

describe('a verifier without an answer', () => {
  test('counts no try, tells the candidate, and leaves the photo as it was', async () => {
    const { caller, id } = await aReadyCandidate(product);
    verifier.verify = () => Promise.reject(new Problem('photo.unavailable'));
    await ask(caller);
    await product.settle();
    expect(await photoOf(caller)).toMatchObject({ state: 'uploaded', failures: 0, unavailable: true });
    expect(await effectsOn(id)).toEqual({
      acts: ['verify', 'giveBack'],
      told: ['photo.unavailable'],
      judged: 0,
      submissions: 0,
    });
    verifier.verify = real;
    await ask(caller);
    expect((await photoOf(caller)).unavailable).toBeUndefined();
    await product.settle();
    expect((await profileOf(caller)).state).toBe('pending');
  });

  test('because something else broke: tried once more, then given back', async () => {
    const { caller, id } = await aReadyCandidate(product);
    const { files } = product.services;
    const { get } = files;
    let asked = 0;
    files.get = async () => {
      asked++;
      throw new Error('the storage is away');
    };
    await ask(caller);
    await product.settle();
    await runRetries();
    await product.settle();
    files.get = get;
    expect(asked).toBe(2);
    expect((await photoOf(caller)).state).toBe('verifying');
    await sweeping();
    expect(await photoOf(caller)).toMatchObject({ state: 'uploaded', failures: 0, unavailable: true });
    expect((await effectsOn(id)).told).toEqual(['photo.unavailable']);
  });
});

describe('a process killed over a job', () => {
  test('loses nothing: another does it, once', async () => {
    const { caller, id } = await blurred();
    await ask(caller);
    await dieOverAJob(product);
    await sweeping();
    expect((await photoOf(caller)).state).toBe('verifying');
    await product.settle();
    expect(await photoOf(caller)).toMatchObject({ state: 'failed', failures: 1 });
    expect(await effectsOn(id)).toMatchObject({ acts: ['verify', 'fail'], judged: 1 });
  });

  test('twice: given back, not counted, and the candidate is told', async () => {
    const { caller, id } = await blurred();
    await ask(caller);
    await dieOverAJob(product);
    await dieOverAJob(product);
    await product.settle();
    await sweeping();
    await sweeping();
    expect(await photoOf(caller)).toMatchObject({ state: 'uploaded', failures: 0, unavailable: true });
    expect(await effectsOn(id)).toMatchObject({ told: ['photo.unavailable'], judged: 0 });
  });

  test('after it had settled: what is done again counts once', async () => {
    const { caller, id } = await blurred();
    await ask(caller);
    const [job] = await product.services.db
      .select()
      .from(verifications)
      .where(eq(verifications.candidate, id));
    const again = () => work(working())('verifyPhoto', job!.id, { candidate: id });
    // Two at once, both of whom looked before either settled.
    await Promise.all([again(), again()]);
    await again();
    expect(await effectsOn(id)).toMatchObject({
      acts: ['verify', 'fail'],
      told: ['photo.failed'],
      judged: 1,
    });
    expect(await photoOf(caller)).toMatchObject({ failures: 1 });

    // With the mark of the verification under way put back, it would count again: the mark is what makes it once.
    const mark = {
      photoState: 'verifying',
      verification: job!.id,
      verifyingSince: new Date(DURING),
    } as const;
    await product.services.db.update(profiles).set(mark).where(eq(profiles.id, id));
    await again();
    expect(await photoOf(caller)).toMatchObject({ failures: 2 });
  });
});

describe('meanwhile', () => {
  test('another photo came: the verdict on the first is nobody’s', async () => {
    const { caller, id } = await blurred();
    meanwhile(async () => upload(caller, 'photo', await drawings.photo()));
    await ask(caller);
    await product.settle();
    expect(await photoOf(caller)).toMatchObject({ state: 'uploaded', failures: 0 });
    expect(await effectsOn(id)).toMatchObject({ acts: ['verify', 'upload'], told: [], judged: 0 });
  });

  test('another photo came and is being verified itself: each verdict is about its own', async () => {
    const { caller, id } = await aReadyCandidate(product);
    meanwhile(async () => {
      await upload(caller, 'photo', await drawings.blurred());
      await ask(caller);
    });
    await ask(caller);
    await product.settle();
    expect(await photoOf(caller)).toMatchObject({ state: 'failed', failures: 1 });
    expect(await effectsOn(id)).toMatchObject({
      acts: ['verify', 'upload', 'verify', 'fail'],
      judged: 1,
      submissions: 0,
    });
  });

  test.each([
    [
      'the form was changed',
      async (caller: Caller) => {
        const { version } = await profileOf(caller);
        const match = { 'if-match': `"${version}"` };
        await caller.call(profile.saveProfileDraft, { body: { postcode: '810007' } }, match);
      },
    ],
    [
      'another card came',
      async (caller: Caller) => upload(caller, 'cardPortrait', await drawings.cardPortrait()),
    ],
  ])('%s: the photo waits for 保存信息 and 提交验证 again', async (_what, change) => {
    const { caller, id } = await aReadyCandidate(product);
    meanwhile(() => change(caller));
    await ask(caller);
    await product.settle();
    expect(await profileOf(caller)).toMatchObject({
      state: 'draft',
      confirmed: false,
      photo: { state: 'uploaded' },
    });
    expect(await effectsOn(id)).toMatchObject({ judged: 0, submissions: 0, told: [] });
    await product.at('2027-03-05T02:02:00Z');
    await sweeping();
    expect(await product.services.db.$count(verifications, eq(verifications.candidate, id))).toBe(0);
  });

  test('保存信息 was pressed again without any change: nothing is lost', async () => {
    const { caller, id } = await aReadyCandidate(product);
    meanwhile(async () => {
      const { version } = await profileOf(caller);
      await caller.call(profile.confirmProfile, {}, { 'if-match': `"${version}"` });
    });
    await ask(caller);
    await product.settle();
    expect(await effectsOn(id)).toMatchObject({ judged: 1, submissions: 1 });
  });
});

describe('the rounds of every working process', () => {
  test('leave alone what waits in the queue', async () => {
    const { caller } = await aReadyCandidate(product);
    await ask(caller);
    await sweeping();
    expect((await photoOf(caller)).state).toBe('verifying');
  });

  test('give back what waits while nothing verifies any more, after ten minutes', async () => {
    const { caller } = await aReadyCandidate(product);
    await ask(caller);
    const down = { ...working(), verifiers: { down: async () => true } };
    await product.at('2027-03-05T02:10:00Z');
    await sweep(down);
    expect((await photoOf(caller)).state).toBe('verifying');
    await product.at('2027-03-05T02:10:01Z');
    await sweep(down);
    expect(await photoOf(caller)).toMatchObject({ state: 'uploaded', unavailable: true, failures: 0 });
  });

  test('give back what has no job at all, as after a restored backup', async () => {
    const { caller } = await aReadyCandidate(product);
    await ask(caller);
    await product.services.db.execute(sql`delete from pgboss.job`);
    await sweeping();
    expect(await photoOf(caller)).toMatchObject({ state: 'uploaded', unavailable: true });
  });
});

test('a photo is verifying exactly while a verification is under way: the database refuses anything else', async () => {
  const { id } = await aReadyCandidate(product);
  const set = (photoState: 'verifying' | 'passed', verification: string | null) =>
    product.services.db.update(profiles).set({ photoState, verification }).where(eq(profiles.id, id));
  await expect(set('verifying', null)).rejects.toThrow();
  await expect(set('passed', id)).rejects.toThrow();
});

const runRetries = () =>
  product.services.db.execute(sql`update pgboss.job set start_after = now() where state = 'retry'`);
