import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  choosePhotoWay,
  confirmProfile,
  getProfile,
  saveProfileDraft,
  uploadPicture,
  verifyPhoto,
} from '@zikao/contract/candidates';
import { outbox } from '#platform/tables';
import { profiles, profileSubmissions } from '#tables/candidates';
import { windows } from '#tables/exams';
import { pictures, verifications } from '#tables/photos';
import { createTestApp, type TestApp } from '#test/app';
import { type Caller, createCaller } from '#test/caller';
import {
  aFiledProfile,
  aFilingTime,
  aReadyCandidate,
  CLOSES,
  DISTRICT,
  drawings,
  DURING,
  OPENS,
  theProfile,
} from '#test/factories/candidates';
import { aCandidate, anOfficer } from '#test/factories/identity';

let product: TestApp;
beforeAll(async () => {
  product = await createTestApp();
  await aFilingTime(product);
});
beforeEach(() => product.at(DURING));
afterAll(() => product.close());

const ask = (caller: Caller, key?: string) =>
  caller.call(verifyPhoto, {}, key ? { 'idempotency-key': key } : {});
/** Asks, and waits until the queue is worked off; the answer is then the profile as the page sees it. */
async function verify(caller: Caller) {
  const asked = await ask(caller);
  if (asked.status !== 200) return asked;
  await product.settle();
  return caller.call(getProfile);
}
const upload = async (caller: Caller, photo: Buffer) =>
  caller.call(uploadPicture, { params: { kind: 'photo' }, body: photo as never });
const choose = (caller: Caller, choice: 'continue' | 'desk') =>
  caller.call(choosePhotoWay, { body: { choice } });
const photoOf = async (caller: Caller) => (await caller.call(getProfile)).body.photo;
const submissionsOf = (id: string) =>
  product.services.db.select().from(profileSubmissions).where(eq(profileSubmissions.profile, id));
const triesOf = (id: string) =>
  product.services.db.select().from(verifications).where(eq(verifications.candidate, id));
const blurred = async () => aReadyCandidate(product, { photo: await drawings.blurred() });

/** A candidate with three failures behind: the choice is open. */
async function thriceFailed() {
  const candidate = await blurred();
  for (let i = 0; i < 3; i++) await verify(candidate.caller);
  return candidate;
}

describe('提交验证 is refused, and nothing is counted or submitted,', () => {
  test('to staff and to somebody not signed in', async () => {
    expect((await verify(createCaller(product))).status).toBe(401);
    expect((await verify((await anOfficer(product)).caller)).status).toBe(403);
  });

  test('before 保存信息, and without a photo', async () => {
    const { caller } = await aCandidate(product);
    expect((await verify(caller)).body.code).toBe('profile.notReady');
    const ready = await aReadyCandidate(product);
    await product.services.db
      .update(profiles)
      .set({ photo: null, photoState: 'none' })
      .where(eq(profiles.id, ready.id));
    expect((await verify(ready.caller)).body.code).toBe('photo.needed');
  });

  test('after approval', async () => {
    const { caller } = await aFiledProfile(product, { state: 'approved' });
    expect((await verify(caller)).body.code).toBe('profile.closed');
  });

  test('before the window opens and from the second it closes, with the time', async () => {
    const { caller, id } = await blurred();
    await product.at('2027-03-01T00:59:59Z');
    const early = await verify(caller);
    expect([early.status, early.body.code]).toEqual([403, 'window.closed']);
    expect(early.body.detail).toMatch(/3.*1.*09:00.*开始/);
    await product.at(CLOSES);
    const late = await verify(caller);
    expect([late.status, late.body.code]).toEqual([403, 'window.closed']);
    expect(late.body.detail).toMatch(/3.*8.*18:00.*截止/);
    expect(await triesOf(id)).toEqual([]);
    expect(await photoOf(caller)).toMatchObject({ state: 'uploaded', failures: 0 });
  });

  test('while nothing can verify: said at once, and the desk is open', async () => {
    const { caller, id } = await aReadyCandidate(product);
    const { verifiers } = product.services;
    const { down } = verifiers;
    verifiers.down = async () => true;
    const refused = await ask(caller);
    expect([refused.status, refused.body.code]).toEqual([503, 'photo.unavailable']);
    expect(await photoOf(caller)).toMatchObject({ state: 'uploaded', verifierDown: true, deskAllowed: true });
    expect((await choose(caller, 'desk')).body).toMatchObject({ state: 'pending', photo: { state: 'desk' } });
    verifiers.down = down;
    expect(await triesOf(id)).toEqual([]);
  });
});

describe('a photo that passes', () => {
  test('is submitted to the district at once, with what was shown', async () => {
    const { caller, id } = await aReadyCandidate(product);
    await product.at('2027-03-08T09:59:59.999Z');
    const { status, body } = await verify(caller);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: 'pending',
      photo: { state: 'passed', failures: 0, judgement: { verdict: expect.stringMatching('pass|warn') } },
      submittedAt: '2027-03-08T09:59:59.999Z',
      district: { code: DISTRICT, name: '测试甲市' },
    });
    expect(body.timeline.map(({ label }: { label: string }) => label)).toEqual([
      '照片验证通过',
      '提交考区审核',
    ]);
    expect(await submissionsOf(id)).toMatchObject([{ no: 1, photoState: 'passed', district: DISTRICT }]);
    expect(await theProfile(product, id)).toMatchObject({
      name: '卓玛措',
      district: DISTRICT,
      submission: 1,
    });
    const told = await product.services.db.select().from(outbox);
    expect(
      told
        .filter(({ payload }) => (payload as { candidate: string }).candidate === id)
        .map(({ event }) => event),
    ).toEqual(['photo.passed', 'profile.submitted']);
  });

  test('is kept a second time in the exact size of the standard, 20 to 40 KB', async () => {
    const { caller, id } = await aReadyCandidate(product);
    await verify(caller);
    const rows = await product.services.db.select().from(pictures).where(eq(pictures.owner, id));
    const { normalised } = rows.find(({ kind }) => kind === 'photo')!;
    const copy = await product.services.files.get(normalised!);
    expect(await sharp(copy).metadata()).toMatchObject({
      width: 480,
      height: 640,
      density: 300,
      format: 'jpeg',
    });
    expect(copy.length).toBeGreaterThan(20 * 1024);
    expect(copy.length).toBeLessThanOrEqual(40 * 1024);
  });

  test('asked twice with one key is submitted once, with the same answer', async () => {
    const { caller, id } = await aReadyCandidate(product);
    const first = await ask(caller, 'the-same-key');
    expect(first.body.photo).toMatchObject({ state: 'verifying', waiting: { ahead: 0 } });
    await product.settle();
    expect((await ask(caller, 'the-same-key')).body).toEqual(first.body);
    await product.settle();
    expect(await submissionsOf(id)).toHaveLength(1);
  });

  test('submits a correction again: the district keeps the first until then', async () => {
    const { caller, id } = await aReadyCandidate(product);
    const { version } = (await verify(caller)).body;
    const match = (etag: number) => ({ 'if-match': `"${etag}"` });
    const saved = await caller.call(saveProfileDraft, { body: { postcode: '810007' } }, match(version));
    expect((await verify(caller)).body.code).toBe('profile.notReady');
    expect((await caller.call(getProfile)).body).toMatchObject({ state: 'pending', confirmed: false });
    await caller.call(confirmProfile, {}, match(saved.body.version));
    expect((await verify(caller)).body).toMatchObject({ state: 'pending', photo: { failures: 0 } });
    expect((await submissionsOf(id)).map(({ no }) => no)).toEqual([1, 2]);
  });
});

describe('a photo that fails', () => {
  test('counts, says why, and submits nothing', async () => {
    const { caller, id } = await blurred();
    const { status, body } = await verify(caller);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: 'draft',
      photo: {
        state: 'failed',
        failures: 1,
        choiceNeeded: false,
        deskAllowed: false,
        judgement: { verdict: 'fail' },
      },
    });
    const wrong = body.photo.judgement.measures.filter(
      ({ verdict }: { verdict: string }) => verdict === 'fail',
    );
    expect(wrong[0].sentence).toMatch(/\p{Script=Han}/u);
    expect(await submissionsOf(id)).toEqual([]);
    expect(await triesOf(id)).toHaveLength(1);
  });

  test('may be replaced by one that passes', async () => {
    const { caller } = await blurred();
    await verify(caller);
    expect((await upload(caller, await drawings.photo())).status).toBe(200);
    expect(await photoOf(caller)).toMatchObject({ state: 'uploaded', failures: 1 });
    expect((await verify(caller)).body).toMatchObject({
      state: 'pending',
      photo: { state: 'passed', failures: 1 },
    });
  });

  test('three times asks for the choice first, counted here and not in the browser', async () => {
    const { caller, id } = await thriceFailed();
    expect(await photoOf(caller)).toMatchObject({ failures: 3, choiceNeeded: true, deskAllowed: true });
    await upload(caller, await drawings.photo());
    const refused = await verify(caller);
    expect([refused.status, refused.body.code]).toEqual([409, 'photo.choiceNeeded']);
    expect(refused.body.title).toContain('继续上传');
    expect(refused.body.title).toContain('到考区线下采集');
    expect(await triesOf(id)).toHaveLength(3);
  });
});

describe('the choice', () => {
  test('is not open before the third failure', async () => {
    const { caller } = await blurred();
    await verify(caller);
    for (const choice of ['continue', 'desk'] as const)
      expect((await choose(caller, choice)).body.code).toBe('photo.choiceNotOpen');
  });

  test('of the desk is refused after the window closed', async () => {
    const { caller, id } = await thriceFailed();
    await product.at(CLOSES);
    expect((await choose(caller, 'desk')).body.code).toBe('window.closed');
    expect(await submissionsOf(id)).toEqual([]);
  });

  test('继续上传 gives three more tries', async () => {
    const { caller } = await thriceFailed();
    expect((await choose(caller, 'continue')).body.photo).toMatchObject({
      choiceNeeded: false,
      deskAllowed: true,
    });
    expect((await choose(caller, 'continue')).body.code).toBe('photo.choiceNotOpen');
    for (const needed of [false, false, true])
      expect((await verify(caller)).body.photo.choiceNeeded).toBe(needed);
  });

  test('到考区线下采集 submits to the district with the photo still to be taken', async () => {
    const { caller, id } = await thriceFailed();
    const { body } = await choose(caller, 'desk');
    expect(body).toMatchObject({ state: 'pending', photo: { state: 'desk', choiceNeeded: false } });
    expect(await submissionsOf(id)).toMatchObject([{ no: 1, photoState: 'desk' }]);
  });

  test('of the desk stands when data is corrected later', async () => {
    const { caller, id } = await thriceFailed();
    await choose(caller, 'desk');
    expect((await verify(caller)).body).toMatchObject({
      state: 'pending',
      photo: { state: 'desk', failures: 3 },
    });
    expect((await submissionsOf(id)).map(({ photoState }) => photoState)).toEqual(['desk', 'desk']);
  });
});

test('the window of the chosen district counts, not only the province’s', async () => {
  await product.services.db.insert(windows).values({
    session: 'TP',
    function: 'profile',
    district: 'TP2',
    opensAt: new Date(OPENS),
    closesAt: new Date('2027-03-09T10:00:00Z'),
  });
  await product.at('2027-03-09T09:00:00Z');
  const own = await aReadyCandidate(product, { answers: { district: 'TP2' } });
  expect((await verify(own.caller)).body.state).toBe('pending');
  const other = await aReadyCandidate(product);
  expect((await verify(other.caller)).body.code).toBe('window.closed');
});
