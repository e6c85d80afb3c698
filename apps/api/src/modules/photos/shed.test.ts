import { eq, sql } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getPicture, verifyPhoto } from '@zikao/contract/candidates';
import { decideProfile } from '#modules/candidates';
import { outbox } from '#platform/tables';
import { pictures } from '#tables/photos';
import { createTestApp, type TestApp } from '#test/app';
import { aCtx } from '#test/ctx';
import { aFilingTime, aReadyCandidate, DISTRICT, DURING } from '#test/factories/candidates';
import { anOfficer, type TestOfficer } from '#test/factories/identity';

let product: TestApp;
let officer: TestOfficer;
beforeAll(async () => {
  product = await createTestApp();
  await aFilingTime(product);
  await product.at(DURING);
  officer = await anOfficer(product, { district: DISTRICT });
});
afterAll(() => product.close());

/** Submitted, with an original and its copy. */
async function aSubmitted() {
  const candidate = await aReadyCandidate(product);
  await candidate.caller.call(verifyPhoto);
  await product.settle();
  const rows = await product.services.db.select().from(pictures).where(eq(pictures.owner, candidate.id));
  return { ...candidate, photo: rows.find(({ kind }) => kind === 'photo')! };
}
const decide = ({ id }: { id: string }, decision: 'approve' | 'reject') => {
  const { name, district } = officer;
  const ctx = aCtx(product, { id: officer.id, name, role: 'district', district: district! });
  const reasons = [{ field: 'photo', text: '请换一张照片' }];
  return decideProfile(ctx, id, 1, decision === 'approve' ? { decision } : { decision, reasons });
};
const exists = (key: string) => product.services.files.exists(key);

test('the original stays while the district has not decided, and after a rejection', async () => {
  const submitted = await aSubmitted();
  await product.settle();
  await decide(submitted, 'reject');
  await product.settle();
  expect(await exists(submitted.photo.file)).toBe(true);
});

test('after approval the original goes; the copy of the standard takes its place for everybody', async () => {
  const submitted = await aSubmitted();
  const { photo, caller } = submitted;
  await decide(submitted, 'approve');
  await product.settle();
  expect([await exists(photo.file), await exists(photo.normalised!)]).toEqual([false, true]);
  const params = { id: photo.id };
  for (const viewer of [caller, officer.caller]) {
    const { status, bytes } = await viewer.call(getPicture, { params });
    expect(status).toBe(200);
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 480, height: 640, density: 300 });
  }
  const [row] = await product.services.db.select().from(pictures).where(eq(pictures.id, photo.id));
  expect(row).toMatchObject({
    width: 480,
    height: 640,
    file: photo.normalised,
    normalised: photo.normalised,
  });
});

test('said twice, it happens once; what fails on the way is tried again', async () => {
  const submitted = await aSubmitted();
  const { files } = product.services;
  const { remove } = files;
  files.remove = () => Promise.reject(new Error('the storage is away'));
  await decide(submitted, 'approve');
  await product.settle();
  expect(await exists(submitted.photo.file)).toBe(true);
  files.remove = remove;
  await product.services.db
    .update(outbox)
    .set({ deliveredAt: null, nextAt: sql`app_now()` })
    .where(eq(outbox.event, 'profile.approved'));
  await product.services.db.update(outbox).set({ nextAt: sql`app_now()` });
  await product.settle();
  expect([await exists(submitted.photo.file), await exists(submitted.photo.normalised!)]).toEqual([
    false,
    true,
  ]);
});
