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
import { getCardReading, readCard } from '@zikao/contract/photos';
import { OTHER_PROVINCE } from '@zikao/contract/profile-form';
import { openEngine, type Engine } from '#platform/engine';
import { openVerifier, type VerificationInput } from '#platform/verification';
import { drawPortrait } from '@zikao/pictures';
import { createTestApp, type TestApp } from '#test/app';
import { aFilingTime, aReadyCandidate, DURING, papersOf, typed } from '#test/factories/candidates';
import { aCandidate } from '#test/factories/identity';

let product: TestApp;
let engine: Engine;
beforeAll(async () => {
  product = await createTestApp();
  engine = openEngine({ workers: 1, timeoutMs: 50_000 });
  product.services.verifier = openVerifier([engine.examine], engine.read);
});
afterAll(async () => {
  await engine.close();
  await product.close();
});

/** An engine takes seconds where the machine is busy. */
const PATIENCE = 180_000;

const TABLES = ['nation', 'politicalStatus', 'education', 'occupation', 'householdType', 'district'] as const;

test(
  'with the seed as shipped and the real engine, a drawn card and a portrait lead from 须知 to 考区未审核',
  { timeout: PATIENCE },
  async () => {
    const { caller, idNumber } = await aCandidate(product);
    const text = await caller.call(getText, { params: { kind: 'candidateNotice' } });
    const agreed = await caller.call(agreeToNotice, { body: { version: text.body.version } });
    const names = TABLES.join(',');
    const tables = (await caller.call(getCodeTables, { query: { names } })).body;
    const chosen = Object.fromEntries(TABLES.map((table) => [table, tables[table].at(-1).code]));
    const body = { ...typed, ...chosen, householdPlace: OTHER_PROVINCE };
    const match = (version: number) => ({ 'if-match': `"${version}"` });
    await caller.call(saveProfileDraft, { body }, match(agreed.body.version));
    const papers = await papersOf({ name: typed.name, idNumber });
    for (const kind of ['cardPortrait', 'cardEmblem', 'photo'] satisfies PictureKind[]) {
      const bytes = papers[kind] as never;
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
    expect((await caller.call(readCard)).body).toEqual({ state: 'reading' });
    await product.settle();
    const sent: VerificationInput[] = [];
    const { verify } = product.services.verifier;
    product.services.verifier.verify = (input) => {
      sent.push(input);
      return verify(input);
    };
    expect((await caller.call(verifyPhoto)).body.photo.state).toBe('verifying');
    await product.settle();
    const { body: done } = await caller.call(getProfile);
    expect(done).toMatchObject({
      state: 'pending',
      photo: { state: 'passed' },
      district: { code: chosen.district },
    });
    const read = await caller.call(getCardReading);
    expect(read.body).toMatchObject({
      state: 'ready',
      text: { name: typed.name, idNumber, nation: '藏', authority: '测试县公安局', validUntil: '2040-05-01' },
    });
    // What was read before 提交验证 is used by it: the words of the emblem side are in this verdict, unread a second time.
    expect([sent[0]!.cardEmblem, sent[0]!.known?.validUntil]).toEqual([undefined, '2040-05-01']);
    product.services.verifier.verify = verify;
    expect(done.photo.judgement).toMatchObject({ verdict: 'pass', face: {}, cardFace: {} });
    const found = new Map(
      done.photo.judgement.measures.map(({ id, verdict }: { id: string; verdict: string }) => [id, verdict]),
    );
    for (const id of ['faceDistance', 'cardCopy', 'cardNumber', 'cardName', 'cardValidity', 'fileBytes'])
      expect([id, found.get(id)]).toEqual([id, 'pass']);
  },
);

test(
  'somebody else on the photo does not pass, and the sentence says so',
  { timeout: PATIENCE },
  async () => {
    await aFilingTime(product);
    await product.at(DURING);
    const photo = await drawPortrait({ seed: 'candidate', face: 'dina' });
    const { caller } = await aReadyCandidate(product, { real: true, photo });
    await caller.call(verifyPhoto);
    await product.settle();
    const { body } = await caller.call(getProfile);
    expect(body).toMatchObject({ state: 'draft', photo: { state: 'failed', failures: 1 } });
    const wrong = body.photo.judgement.measures.filter(
      ({ verdict }: { verdict: string }) => verdict === 'fail',
    );
    expect(wrong).toMatchObject([{ id: 'faceDistance', sentence: expect.stringContaining('不一致') }]);
  },
);
