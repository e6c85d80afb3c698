import { afterAll, beforeAll, expect, it } from 'vitest';
import { getPicture } from '@zikao/contract/candidates';
import { claimCase, collectPhoto, decide } from '@zikao/contract/review';
import { createTestApp, type TestApp } from '#test/app';
import type { Caller } from '#test/caller';
import { anOfficer } from '#test/factories/identity';
import {
  aFiledProfile,
  aFilingTime,
  DISTRICT,
  drawings,
  DURING,
  OTHER_DISTRICT,
} from '#test/factories/candidates';

let product: TestApp;
let officer: Caller;
let portrait: Buffer;
beforeAll(async () => {
  product = await createTestApp();
  await aFilingTime(product);
  await product.at(DURING);
  officer = (await anOfficer(product, { district: DISTRICT })).caller;
  portrait = await drawings.photo();
});
afterAll(() => product.close());

const collect = (caller: Caller, id: string, body: Uint8Array<ArrayBuffer> = Uint8Array.from(portrait)) =>
  caller.call(collectPhoto, { params: { id }, body });
const claim = (id: string) =>
  officer.call(claimCase, { params: { queue: 'profiles', id }, body: { takeOver: false } });

it('the desk’s photo is refused to the province, to other districts, without a claim, and when it is no picture', async () => {
  const { id } = await aFiledProfile(product, { photoState: 'desk' });
  const other = await anOfficer(product, { district: OTHER_DISTRICT });
  const province = await anOfficer(product, { role: 'province' });
  expect((await collect(province.caller, id)).status).toBe(403);
  expect((await collect(other.caller, id)).status).toBe(404);
  expect((await collect(officer, id)).body.code).toBe('review.notClaimed');
  await claim(id);
  expect((await collect(officer, id, Uint8Array.from([1, 2, 3]))).body.code).toBe('picture.wrongType');
});

it('the desk’s photo makes the case approvable, and only the own district can open it', async () => {
  const { id } = await aFiledProfile(product, { photoState: 'desk' });
  await claim(id);
  const { status, body } = await collect(officer, id);
  expect(status).toBe(200);
  expect(body).toMatchObject({ version: 1, head: { photo: 'collected', claim: { mine: true } } });
  expect(body.blocked).toBeUndefined();
  const picture = { params: { id: body.pictures.photo as string } };
  const other = await anOfficer(product, { district: OTHER_DISTRICT });
  expect((await other.caller.call(getPicture, picture)).status).toBe(404);
  expect((await officer.call(getPicture, picture)).status).toBe(200);
  const approve = { params: { queue: 'profiles', id }, body: { decision: 'approve' } } as const;
  expect((await officer.call(decide, approve, { 'if-match': '"1"' })).body.state).toBe('approved');
});
