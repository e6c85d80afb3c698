import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { choosePhotoWay, uploadPicture } from '@zikao/contract/candidates';
import { downloadData } from '@zikao/contract/identity';
import { getCardReading, readCard } from '@zikao/contract/photos';
import { getCase } from '@zikao/contract/review';
import { sweep } from '#app';
import { Problem } from '#platform/problem';
import type { Verifier } from '#platform/verification';
import { profiles } from '#tables/candidates';
import { pictures } from '#tables/photos';
import { createTestApp, type TestApp } from '#test/app';
import { type Caller, createCaller } from '#test/caller';
import { dieOverAJob } from '#test/dying';
import {
  aFiledProfile,
  aFilingTime,
  aReadyCandidate,
  DISTRICT,
  drawings,
  DURING,
} from '#test/factories/candidates';
import { aCandidate, anOfficer } from '#test/factories/identity';

const TEXT = { name: '卓玛措', nation: '藏', address: '测试县共和路 12 号', authority: '测试县公安局' };
let product: TestApp;
let verifier: Verifier;
let reads: number;
beforeAll(async () => {
  product = await createTestApp();
  await aFilingTime(product);
  await product.at(DURING);
  ({ verifier } = product.services);
});
afterEach(() => product.settle());
afterAll(() => product.close());

/** A foreign reader that finds these words. */
const reading = (text: object | Error) => {
  reads = 0;
  verifier.readCard = async () => {
    reads++;
    if (text instanceof Error) throw text;
    return text;
  };
};
const ask = (caller: Caller) => caller.call(readCard);
const read = async (caller: Caller) => (await caller.call(getCardReading)).body;
const upload = async (caller: Caller, kind: 'cardPortrait' | 'cardEmblem') =>
  caller.call(uploadPicture, { params: { kind }, body: (await drawings[kind]()) as never });
const sweeping = () => sweep({ ...product.services, log: product.app.log });

describe('a card is not read', () => {
  test('for staff, or for nobody', async () => {
    expect((await ask(createCaller(product))).status).toBe(401);
    expect((await ask((await anOfficer(product)).caller)).status).toBe(403);
  });

  test('without consent, without a card, and after approval', async () => {
    reading(TEXT);
    const { caller, id } = await aReadyCandidate(product);
    const none = { pictureConsentVersion: null };
    await product.services.db.update(profiles).set(none).where(eq(profiles.id, id));
    expect((await ask(caller)).body.code).toBe('photo.consentNeeded');
    const fresh = await aCandidate(product);
    const consent = { id: fresh.id, pictureConsentVersion: '1', pictureConsentAt: new Date(DURING) };
    await product.services.db.insert(profiles).values(consent);
    expect((await ask(fresh.caller)).body.code).toBe('card.needed');
    const approved = await aFiledProfile(product, { state: 'approved' });
    expect((await ask(approved.caller)).body.code).toBe('profile.closed');
    await product.settle();
    expect([reads, await read(caller)]).toEqual([0, { state: 'none' }]);
  });

  test('while nothing can read it: said at once', async () => {
    const { caller } = await aReadyCandidate(product);
    const { verifiers } = product.services;
    const { down } = verifiers;
    verifiers.down = async () => true;
    expect((await ask(caller)).body.code).toBe('photo.unavailable');
    verifiers.down = down;
    expect(await read(caller)).toEqual({ state: 'none' });
  });
});

describe('a card', () => {
  test('is read once, however often it is asked for', async () => {
    reading(TEXT);
    const { caller } = await aReadyCandidate(product);
    const replies = await Promise.all([ask(caller), ask(caller)]);
    expect(replies.map(({ status, body }) => [status, body])).toEqual([
      [202, { state: 'reading' }],
      [202, { state: 'reading' }],
    ]);
    await product.settle();
    expect(await read(caller)).toEqual({ state: 'ready', text: TEXT });
    expect((await ask(caller)).body).toEqual({ state: 'ready', text: TEXT });
    await product.settle();
    expect(reads).toBe(1);
  });

  test.each([
    ['nothing is legible on', {}],
    ['no answer comes about', new Problem('photo.unavailable')],
  ])('%s: the candidate types, and may ask again', async (_what, text) => {
    reading(text);
    const { caller } = await aReadyCandidate(product);
    await ask(caller);
    await product.settle();
    expect(await read(caller)).toEqual({ state: 'unreadable' });
    reading(TEXT);
    await ask(caller);
    await product.settle();
    expect((await read(caller)).state).toBe('ready');
  });

  test('whose process is killed is read by another; killed twice, the candidate types', async () => {
    reading(TEXT);
    const { caller } = await aReadyCandidate(product);
    await ask(caller);
    await dieOverAJob(product);
    await product.settle();
    expect((await read(caller)).state).toBe('ready');
    const other = await aReadyCandidate(product);
    await ask(other.caller);
    await dieOverAJob(product);
    await dieOverAJob(product);
    await sweeping();
    expect(await read(other.caller)).toEqual({ state: 'unreadable' });
  });

  test('replaced meanwhile is another card: its words are gone with it', async () => {
    const { caller, id } = await aReadyCandidate(product);
    verifier.readCard = async () => {
      await upload(caller, 'cardPortrait');
      return TEXT;
    };
    await ask(caller);
    await product.settle();
    expect(await read(caller)).toEqual({ state: 'none' });
    const rows = await product.services.db.select().from(pictures).where(eq(pictures.owner, id));
    expect(rows.map(({ reading: sealed }) => sealed)).toEqual([null, null, null]);
  });

  test('whose emblem side was replaced: that side’s words are left out, and it may be read again', async () => {
    reading(TEXT);
    const { caller } = await aReadyCandidate(product);
    await ask(caller);
    await product.settle();
    await upload(caller, 'cardEmblem');
    const { authority: _, ...portrait } = TEXT;
    expect((await read(caller)).text).toEqual(portrait);
    await ask(caller);
    await product.settle();
    expect((await read(caller)).text).toEqual(TEXT);
  });
});

test('what was read is sealed, is in the candidate’s own data, and goes with the submission to the officer', async () => {
  reading(TEXT);
  const { caller, id } = await aReadyCandidate(product);
  await ask(caller);
  await product.settle();
  const [row] = await product.services.db.select().from(pictures).where(eq(pictures.readingState, 'ready'));
  expect(row!.reading!.toString('latin1')).not.toContain('公安局');
  const { body } = await caller.call(downloadData);
  expect(body.pictures.map(({ read: text }: { read?: object }) => text)).toContainEqual(TEXT);

  const none = { photoFailures: 3 };
  await product.services.db.update(profiles).set(none).where(eq(profiles.id, id));
  await caller.call(choosePhotoWay, { body: { choice: 'desk' } });
  const params = { queue: 'profiles', id } as const;
  const officer = await anOfficer(product, { district: DISTRICT });
  expect((await officer.caller.call(getCase, { params })).body.card).toEqual(TEXT);
  const stranger = await anOfficer(product, { district: 'TP2' });
  expect((await stranger.caller.call(getCase, { params })).status).toBe(404);
});
