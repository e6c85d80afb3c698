import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  getPicture,
  getProfile,
  saveProfileDraft,
  uploadPicture,
  verifyPhoto,
} from '@zikao/contract/candidates';
import type { PictureKind } from '@zikao/contract/forms/fields';
import { getPhotoProfile } from '@zikao/contract/photos';
import { animated, hugePng, mislabelled, polyglot, truncated } from '@zikao/pictures';
import { auditEntries } from '#platform/tables';
import { pictures } from '#tables/photos';
import { createTestApp, type TestApp } from '#test/app';
import { type Caller, createCaller } from '#test/caller';
import {
  aFiledProfile,
  aFilingTime,
  aReadyCandidate,
  DISTRICT,
  drawings,
  DURING,
  OTHER_DISTRICT,
  typed,
} from '#test/factories/candidates';
import { aCandidate, anOfficer } from '#test/factories/identity';

let product: TestApp;
beforeAll(async () => {
  product = await createTestApp();
  await aFilingTime(product);
  await product.at(DURING);
});
afterAll(() => product.close());

const upload = (caller: Caller, kind: PictureKind, body: Buffer, type = 'application/octet-stream') =>
  caller.call(uploadPicture, { params: { kind }, body: body as never }, { 'content-type': type });
const see = (caller: Caller, id: string) => caller.call(getPicture, { params: { id } });
const stored = (owner: string) =>
  product.services.db.select().from(pictures).where(eq(pictures.owner, owner));

describe('a picture is refused, in Chinese and without a trace,', () => {
  const bad: [what: string, code: string, make: () => Promise<Buffer>, type?: string][] = [
    ['empty', 'picture.unreadable', async () => Buffer.alloc(0)],
    ['no picture at all', 'picture.wrongType', async () => Buffer.from('not a picture')],
    ['cut off', 'picture.unreadable', async () => truncated(await drawings.cardPortrait())],
    ['30,000 × 30,000', 'picture.tooManyPixels', async () => hugePng()],
    ['a ZIP as well', 'picture.wrongType', async () => polyglot(await drawings.cardPortrait())],
    ['moving', 'picture.animated', async () => animated(await drawings.cardPortrait())],
    [
      'a PNG that claims JPEG',
      'picture.wrongType',
      async () => mislabelled(await drawings.photo()),
      'image/jpeg',
    ],
    [
      'a GIF',
      'picture.wrongType',
      async () =>
        sharp(await drawings.photo())
          .resize(300)
          .gif()
          .toBuffer(),
    ],
    [
      'tiny',
      'picture.tooSmall',
      async () =>
        sharp(await drawings.cardPortrait())
          .resize(320)
          .toBuffer(),
    ],
    ['over 15 MB', 'request.tooLarge', async () => Buffer.alloc(15 * 1024 * 1024 + 1, 0xff)],
  ];
  test.each(bad)('%s', async (_what, code, make, type) => {
    const { caller, id } = await aCandidate(product);
    await caller.call(saveProfileDraft, { body: { address: typed.address } }, { 'if-match': '"1"' });
    const before = (await caller.call(getProfile)).body;
    const reply = await upload(caller, 'cardPortrait', await make(), type);
    expect(reply.body.code).toBe(code);
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(reply.status).toBeLessThan(500);
    expect(reply.body.detail ?? reply.body.title).toMatch(/\p{Script=Han}/u);
    expect(await stored(id)).toEqual([]);
    expect((await caller.call(getProfile)).body).toEqual(before);
  });

  test('by anybody but a candidate', async () => {
    const photo = await drawings.photo();
    expect((await upload(createCaller(product), 'photo', photo)).status).toBe(401);
    expect((await upload((await anOfficer(product)).caller, 'photo', photo)).status).toBe(403);
  });

  test('of an unknown kind', async () => {
    const { caller } = await aCandidate(product);
    expect((await upload(caller, 'passport' as never, await drawings.photo())).status).toBe(404);
  });

  test('once the profile is approved, or the photo was taken at the desk', async () => {
    const approved = await aFiledProfile(product, { state: 'approved' });
    expect((await upload(approved.caller, 'photo', await drawings.photo())).body.code).toBe('profile.closed');
    const collected = await aFiledProfile(product, { state: 'rejected', photoState: 'collected' });
    const reply = await upload(collected.caller, 'photo', await drawings.photo());
    expect([reply.status, reply.body.detail]).toEqual([409, '照片已由考区现场采集，不需要再上传。']);
    expect(await stored(collected.id)).toEqual([]);
  });
});

describe('an uploaded picture', () => {
  test('is re-encoded, and the answer of its field', async () => {
    const { caller } = await aCandidate(product);
    const sent = await sharp(await drawings.cardPortrait())
      .resize(2400)
      .withExif({ IFD0: { Copyright: 'somebody' } })
      .png()
      .toBuffer();
    const { status, body, headers } = await upload(caller, 'cardPortrait', sent, 'image/png');
    expect(status).toBe(200);
    expect(headers.etag).toBe(`"${body.version}"`);
    expect(body.picture).toMatchObject({ kind: 'cardPortrait', width: 1600 });
    expect((await caller.call(getProfile)).body.answers.cardPortrait).toBe(body.picture.id);
    const got = await see(caller, body.picture.id);
    expect(got.headers).toMatchObject({ 'content-type': 'image/jpeg', 'cache-control': 'private, no-store' });
    const meta = await sharp(got.bytes).metadata();
    expect(meta).toMatchObject({ format: 'jpeg', width: 1600 });
    expect(meta.exif).toBeUndefined();
  });

  test('as photo waits for 提交验证', async () => {
    const { caller } = await aCandidate(product);
    const { body } = await upload(caller, 'photo', await drawings.photo());
    expect((await caller.call(getProfile)).body.photo).toMatchObject({
      state: 'uploaded',
      picture: body.picture.id,
    });
  });

  test('of a card asks for 保存信息 again', async () => {
    const { caller } = await aReadyCandidate(product);
    await upload(caller, 'cardEmblem', await drawings.cardEmblem());
    expect((await caller.call(getProfile)).body.confirmed).toBe(false);
  });

  test('takes the place of the one before, whose file goes', async () => {
    const { caller, id } = await aCandidate(product);
    await upload(caller, 'photo', await drawings.photo());
    const [first] = await stored(id);
    await upload(caller, 'photo', await drawings.blurred());
    expect(await product.services.files.exists(first!.file)).toBe(false);
    expect((await see(caller, first!.id)).status).toBe(404);
    expect(await stored(id)).toHaveLength(1);
  });

  test('sent twice, also at once, stays readable though both are one file', async () => {
    const { caller, id } = await aCandidate(product);
    await caller.call(getProfile);
    const photo = await drawings.photo();
    await Promise.all([upload(caller, 'photo', photo), upload(caller, 'photo', photo)]);
    await upload(caller, 'photo', photo);
    const { photo: shown } = (await caller.call(getProfile)).body;
    expect(await stored(id)).toHaveLength(1);
    expect((await see(caller, shown.picture)).status).toBe(200);
  });
});

describe('seeing a picture', () => {
  const submitted = async () => {
    const candidate = await aReadyCandidate(product);
    await candidate.caller.call(verifyPhoto);
    await product.settle();
    const { body } = await candidate.caller.call(getProfile);
    expect(body.state).toBe('pending');
    return { ...candidate, photo: body.photo.picture as string };
  };

  test('is refused to everybody else as if there were none', async () => {
    const { photo } = await submitted();
    const others = [
      (await aCandidate(product)).caller,
      (await anOfficer(product, { district: OTHER_DISTRICT })).caller,
      (await anOfficer(product, { role: 'auditor' })).caller,
    ];
    for (const caller of others) expect((await see(caller, photo)).status).toBe(404);
    expect((await see(createCaller(product), photo)).status).toBe(401);
    expect((await see(others[0]!, crypto.randomUUID())).status).toBe(404);
    expect((await see(others[0]!, 'no-id')).status).toBe(404);
  });

  test('of a draft is refused to the district: nothing was submitted', async () => {
    const { caller } = await aReadyCandidate(product);
    const { photo } = (await caller.call(getProfile)).body;
    const officer = await anOfficer(product, { district: DISTRICT });
    expect((await see(officer.caller, photo.picture)).status).toBe(404);
  });

  test('is open to the own district and the province, and each view is traced', async () => {
    const { photo, id } = await submitted();
    const officers = [
      await anOfficer(product, { district: DISTRICT }),
      await anOfficer(product, { role: 'province' }),
    ];
    for (const { caller } of officers) expect((await see(caller, photo)).status).toBe(200);
    const traces = await product.services.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.candidate, id));
    expect(traces.map(({ actor, subject }) => [actor, subject])).toEqual(
      officers.map((officer) => [officer.id, `picture:${photo}`]),
    );
  });

  test('that a submission froze stays possible for the district after the candidate replaced it', async () => {
    const { photo, caller } = await submitted();
    await upload(caller, 'photo', await drawings.blurred());
    const officer = await anOfficer(product, { district: DISTRICT });
    expect((await see(officer.caller, photo)).status).toBe(200);
    const { photo: draft } = (await caller.call(getProfile)).body;
    expect((await see(officer.caller, draft.picture)).status).toBe(404);
  });
});

test('the photo standard is open to everybody', async () => {
  const { status, body } = await createCaller(product).call(getPhotoProfile);
  expect([status, body.width, body.height]).toEqual([200, 480, 640]);
});
