import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { getPicture, getProfile, verifyPhoto } from '@zikao/contract/candidates';
import { decideProfile, loadSubmission } from '#modules/candidates';
import { outbox } from '#platform/tables';
import { pictures } from '#tables/photos';
import { createTestApp, type TestApp } from '#test/app';
import { aCtx } from '#test/ctx';
import {
  aFiledProfile,
  aFilingTime,
  DISTRICT,
  drawings,
  DURING,
  OTHER_DISTRICT,
} from '#test/factories/candidates';
import { aCandidate, anOfficer, type TestOfficer } from '#test/factories/identity';
import { collectDeskPhoto } from './index.ts';

let product: TestApp;
let officer: TestOfficer;
beforeAll(async () => {
  product = await createTestApp();
  await aFilingTime(product);
  await product.at(DURING);
  officer = await anOfficer(product, { district: DISTRICT });
});
afterAll(() => product.close());

const by = ({ id, name, district }: TestOfficer) =>
  aCtx(product, { id, name, role: 'district', district: district! });
const collect = async (id: string, who = officer) => collectDeskPhoto(by(who), id, await drawings.photo());
const stored = (owner: string) =>
  product.services.db.select().from(pictures).where(eq(pictures.owner, owner));

describe('现场采集 is refused, and nothing is stored,', () => {
  test('to an officer of another district', async () => {
    const { id } = await aFiledProfile(product, { photoState: 'desk' });
    const stranger = await anOfficer(product, { district: OTHER_DISTRICT });
    await expect(collect(id, stranger)).rejects.toMatchObject({ code: 'notFound' });
    expect(await stored(id)).toEqual([]);
  });

  test('for somebody who submitted nothing, and after approval', async () => {
    const { id } = await aCandidate(product, { district: DISTRICT });
    await expect(collect(id)).rejects.toMatchObject({ code: 'notFound' });
    const approved = await aFiledProfile(product, { state: 'approved' });
    await expect(collect(approved.id)).rejects.toMatchObject({ code: 'conflict' });
    expect(await stored(approved.id)).toEqual([]);
  });

  test('for what is no picture', async () => {
    const { id } = await aFiledProfile(product, { photoState: 'desk' });
    await expect(collectDeskPhoto(by(officer), id, Buffer.from('?'))).rejects.toMatchObject({
      code: 'picture.wrongType',
    });
  });
});

describe('现场采集', () => {
  test('puts the photo into the waiting submission, which can be approved then', async () => {
    const { id, caller } = await aFiledProfile(product, { photoState: 'desk' });
    await expect(decideProfile(by(officer), id, 1, { decision: 'approve' })).rejects.toMatchObject({
      code: 'conflict',
    });
    await collect(id);
    const { pictures: shown, photoState } = await loadSubmission(by(officer), id, 1);
    expect(photoState).toBe('collected');
    expect((await officer.caller.call(getPicture, { params: { id: shown.photo! } })).status).toBe(200);
    expect((await stored(id))[0]).toMatchObject({ atDesk: true, normalised: expect.any(String) });
    await decideProfile(by(officer), id, 1, { decision: 'approve' });
    expect((await caller.call(getProfile)).body.photo).toMatchObject({
      state: 'collected',
      picture: shown.photo,
    });
    const told = await product.services.db.select().from(outbox);
    expect(
      told.map(({ event, payload }) => [event, (payload as { candidate: string }).candidate]),
    ).toContainEqual(['photo.collected', id]);
  });

  test('can be repeated: the last photo counts', async () => {
    const { id } = await aFiledProfile(product, { photoState: 'desk' });
    await collect(id);
    const first = (await loadSubmission(by(officer), id, 1)).pictures.photo;
    await collectDeskPhoto(by(officer), id, await drawings.blurred());
    expect((await loadSubmission(by(officer), id, 1)).pictures.photo).not.toBe(first);
  });

  test('after a rejection serves the next submission, without another 提交验证', async () => {
    const { id, caller } = await aFiledProfile(product, { state: 'rejected' });
    await collect(id);
    expect((await loadSubmission(by(officer), id, 1)).photoState).toBe('passed');
    expect((await caller.call(verifyPhoto)).body).toMatchObject({
      state: 'pending',
      photo: { state: 'collected' },
    });
    expect((await loadSubmission(by(officer), id, 2)).photoState).toBe('collected');
  });
});
