import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { choosePhotoWay, consentToPictures, getProfile, verifyPhoto } from '@zikao/contract/candidates';
import { getText } from '@zikao/contract/exams';
import { createTestApp, type TestApp } from '#test/app';
import { aFilingTime, aReadyCandidate, DURING } from '#test/factories/candidates';
import { profiles } from '#tables/candidates';

let product: TestApp;
beforeAll(async () => {
  product = await createTestApp();
  await aFilingTime(product);
  await product.at(DURING);
});
afterAll(() => product.close());

/** Everything filled in, but without the consent of its own to checking pictures. */
async function anUnwilling() {
  const candidate = await aReadyCandidate(product);
  const none = { pictureConsentVersion: null, pictureConsentAt: null };
  await product.services.db.update(profiles).set(none).where(eq(profiles.id, candidate.id));
  return candidate;
}

test('without consent nothing is verified and no try is counted', async () => {
  const { caller } = await anUnwilling();
  const refused = await caller.call(verifyPhoto);
  expect([refused.status, refused.body.code]).toEqual([409, 'photo.consentNeeded']);
});

test('consent to another version than the one in force does not count', async () => {
  const { caller } = await anUnwilling();
  const reply = await caller.call(consentToPictures, { body: { version: 'of last year' } });
  expect([reply.status, reply.body.code]).toEqual([409, 'conflict']);
  expect((await caller.call(verifyPhoto)).body.code).toBe('photo.consentNeeded');
});

test('who consents is verified, and the version consented to is kept', async () => {
  const { caller } = await anUnwilling();
  const { version } = (await caller.call(getText, { params: { kind: 'privacy' } })).body;
  const { body } = await caller.call(consentToPictures, { body: { version } });
  expect(body.photo.consent.version).toBe(version);
  await caller.call(verifyPhoto);
  await product.settle();
  expect((await caller.call(getProfile)).body.state).toBe('pending');
});

test('who does not consent goes to the desk without a single try', async () => {
  const { caller } = await anUnwilling();
  const { body } = await caller.call(choosePhotoWay, { body: { choice: 'desk' } });
  expect(body).toMatchObject({ state: 'pending', photo: { state: 'desk', failures: 0 } });
});
