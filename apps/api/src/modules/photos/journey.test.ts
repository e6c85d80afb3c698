import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  agreeToNotice,
  consentToPictures,
  confirmProfile,
  getProfile,
  saveProfileDraft,
  uploadPicture,
  verifyPhoto,
} from '@zikao/contract/candidates';
import { getCodeTables, getText } from '@zikao/contract/exams';
import type { PictureKind } from '@zikao/contract/forms/fields';
import { OTHER_PROVINCE } from '@zikao/contract/profile-form';
import { createTestApp, type TestApp } from '#test/app';
import { drawings, typed } from '#test/factories/candidates';
import { aCandidate } from '#test/factories/identity';

let product: TestApp;
beforeAll(async () => {
  product = await createTestApp();
});
afterAll(() => product.close());

const TABLES = ['nation', 'politicalStatus', 'education', 'occupation', 'householdType', 'district'] as const;

test('with the seed as shipped, a drawn card and a drawn portrait lead from 须知 to 考区未审核', async () => {
  const { caller } = await aCandidate(product);
  const text = await caller.call(getText, { params: { kind: 'candidateNotice' } });
  const agreed = await caller.call(agreeToNotice, { body: { version: text.body.version } });
  const names = TABLES.join(',');
  const tables = (await caller.call(getCodeTables, { query: { names } })).body;
  const chosen = Object.fromEntries(TABLES.map((table) => [table, tables[table].at(-1).code]));
  const body = { ...typed, ...chosen, householdPlace: OTHER_PROVINCE };
  const match = (version: number) => ({ 'if-match': `"${version}"` });
  await caller.call(saveProfileDraft, { body }, match(agreed.body.version));
  for (const kind of ['cardPortrait', 'cardEmblem', 'photo'] satisfies PictureKind[]) {
    const bytes = (await drawings[kind]()) as never;
    expect((await caller.call(uploadPicture, { params: { kind }, body: bytes })).status).toBe(200);
  }
  const { version } = (await caller.call(getProfile)).body;
  const confirmed = await caller.call(confirmProfile, {}, match(version));
  expect([confirmed.status, confirmed.body.errors]).toEqual([200, undefined]);
  expect((await caller.call(verifyPhoto)).body.code).toBe('photo.consentNeeded');
  const privacy = await caller.call(getText, { params: { kind: 'privacy' } });
  expect((await caller.call(consentToPictures, { body: { version: 'old' } })).body.code).toBe('conflict');
  const consented = await caller.call(consentToPictures, { body: { version: privacy.body.version } });
  expect(consented.body.photo.consent.version).toBe(privacy.body.version);
  expect((await caller.call(verifyPhoto)).body.photo.state).toBe('verifying');
  await product.settle();
  const { body: done } = await caller.call(getProfile);
  expect(done).toMatchObject({
    state: 'pending',
    photo: { state: 'passed' },
    district: { code: chosen.district },
  });
});
