import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getProfile } from '@zikao/contract/candidates';
import { findPeople, getReceipt, takePicture } from '@zikao/contract/desk/endpoints';
import { claimCase, decide } from '@zikao/contract/review';
import { listAccess } from '@zikao/contract/identity';
import { profiles, profileSubmissions } from '#tables/candidates';
import { deskActs } from '#tables/desk';
import { pictures } from '#tables/photos';
import { createTestApp, type TestApp } from '#test/app';
import {
  aFiledProfile,
  aFilingTime,
  DISTRICT,
  drawings,
  DURING,
  OTHER_DISTRICT,
  theProfile,
} from '#test/factories/candidates';
import { aCandidate, anOfficer, type TestOfficer } from '#test/factories/identity';
import { readPdf } from '#test/read-pdf';

let product: TestApp;
let officer: TestOfficer;
beforeAll(async () => {
  product = await createTestApp();
  await aFilingTime(product);
  await product.at(DURING);
  officer = await anOfficer(product, { district: DISTRICT });
});
afterAll(() => product.close());

type Kind = 'photo' | 'cardPortrait' | 'cardEmblem';
const ticks = 'idCard,inPerson,pictureConsent';
const take = async (id: string, kind: Kind, { who = officer, papers = ticks, bytes }: Given = {}) =>
  who.caller.call(takePicture, {
    params: { id, kind },
    query: { papers: papers as never },
    body: new Uint8Array(bytes ?? (await drawings[kind]())),
  });
interface Given {
  who?: TestOfficer;
  papers?: string;
  bytes?: Buffer;
}
const stored = (owner: string) => product.services.db.$count(pictures, eq(pictures.owner, owner));

describe('a picture at the desk is refused, and nothing is stored,', () => {
  it('without the ticks, of another district, after approval, for what is no picture', async () => {
    const mine = await aFiledProfile(product, { photoState: 'desk' });
    const approved = await aFiledProfile(product, { state: 'approved' });
    const elsewhere = await aFiledProfile(product, { district: OTHER_DISTRICT });
    expect((await take(mine.id, 'photo', { papers: 'idCard' })).status).toBe(422);
    expect((await take(elsewhere.id, 'photo')).status).toBe(404);
    expect((await take(approved.id, 'photo')).body.code).toBe('profile.closed');
    expect((await take(mine.id, 'photo', { bytes: Buffer.from('?') })).body.code).toBe('picture.wrongType');
    for (const { id } of [mine, approved, elsewhere]) expect(await stored(id)).toBe(0);
    expect(await product.services.db.$count(deskActs)).toBe(0);
  });

  it('under the hands of a colleague who reviews the case', async () => {
    const { id } = await aFiledProfile(product);
    const colleague = await anOfficer(product, { district: DISTRICT });
    const params = { queue: 'profiles', id };
    await colleague.caller.call(claimCase, { params, body: {} });
    expect((await take(id, 'photo')).body.code).toBe('review.claimed');
    expect(await stored(id)).toBe(0);
  });
});

describe('a picture at the desk', () => {
  it('replaces that of the waiting submission, in its rows as well, and is what gets approved', async () => {
    const { id } = await aFiledProfile(product, { photoState: 'desk' });
    for (const kind of ['cardPortrait', 'cardEmblem', 'photo'] as const)
      expect((await take(id, kind)).status).toBe(200);
    const { body } = await take(id, 'photo');
    expect(body.head.photo).toBe('collected');
    const { db } = product.services;
    const [submission] = await db.select().from(profileSubmissions).where(eq(profileSubmissions.profile, id));
    expect(submission!.pictures).toEqual(body.pictures);
    // Replaced ones are gone, with their files.
    expect(await stored(id)).toBe(3);

    const params = { queue: 'profiles', id };
    await officer.caller.call(claimCase, { params, body: {} });
    const answer = await officer.caller.call(
      decide,
      { params, body: { decision: 'approve' } },
      { 'if-match': '"1"' },
    );
    expect(answer.status).toBe(200);
  });

  it('is checked as 提交验证 would, for the candidate to see and for nobody to be refused by', async () => {
    const { id, caller } = await aFiledProfile(product, { photoState: 'desk' });
    for (const kind of ['cardPortrait', 'cardEmblem'] as const) await take(id, kind);
    await take(id, 'photo', { bytes: await drawings.blurred() });
    await product.settle();
    const { body } = await caller.call(getProfile);
    expect(body.photo).toMatchObject({ state: 'collected', failures: 0, judgement: { verdict: 'fail' } });
    const again = await take(id, 'photo');
    expect(again.body.judgement).toBeUndefined();
    await product.settle();
    expect((await theProfile(product, id)).judgement).toMatchObject({ verdict: 'pass' });
  });

  it('may be taken of somebody who filed nothing yet, found by the full number; they go on from there', async () => {
    const { id, caller, idNumber } = await aCandidate(product);
    expect((await take(id, 'photo')).status).toBe(404);
    await officer.caller.call(findPeople, { body: { typed: idNumber } });
    expect((await take(id, 'photo')).body).toMatchObject({ pictures: {}, head: { photo: 'collected' } });
    expect((await caller.call(getProfile)).body.photo.state).toBe('collected');
    const [row] = await product.services.db.select().from(profiles).where(eq(profiles.id, id));
    expect(row!.state).toBe('draft');
    expect((await caller.call(listAccess)).body.items[0].what).toBe('现场采集了图片');
  });

  it('leaves who, when and what was seen, and a receipt that another district has not', async () => {
    const { id } = await aFiledProfile(product, { photoState: 'desk' });
    const { body } = await take(id, 'photo');
    expect(body.acts).toMatchObject([{ what: 'photo', by: officer.name, papers: { length: 3 } }]);
    const params = { id: body.acts[0].id };
    const { bytes, status } = await officer.caller.call(getReceipt, { params });
    expect(status).toBe(200);
    const text = (await readPdf(bytes)).join('');
    for (const said of ['现场办理回执', '采集照片', officer.name, '卓玛措']) expect(text).toContain(said);
    const stranger = await anOfficer(product, { district: OTHER_DISTRICT });
    expect((await stranger.caller.call(getReceipt, { params })).status).toBe(404);
  });
});
