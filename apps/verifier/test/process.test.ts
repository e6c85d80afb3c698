import type { EngineJob } from '@zikao/contract/verification';
import { drawIdCard, drawPortrait, hugePng, mislabelled, onDesk, polyglot, truncated } from '@zikao/pictures';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEngine, type Said } from '#test/engine-process';

type Engine = Awaited<ReturnType<typeof startEngine>>;

const ID = '630103199903081220';
let engine: Engine;
let photo: Buffer;
let cardPortrait: Buffer;
let mirrored: Buffer;

beforeAll(async () => {
  engine = await startEngine();
  photo = await drawPortrait({ seed: 1, sex: 'female', face: 'dina' });
  mirrored = await sharp(photo).flop().toBuffer();
  cardPortrait = await drawIdCard({
    side: 'portrait',
    name: '马玉',
    sex: '女',
    birthDate: '1999-03-08',
    idNumber: ID,
    face: 'dina',
  });
});
afterAll(() => engine.stop());

const job = (given: Buffer, card = cardPortrait): EngineJob => ({
  kind: 'photo',
  photo: given,
  cardPortrait: card,
  declared: { name: '马玉', idNumber: ID },
  background: [255, 255, 255],
  today: '2026-11-25',
});
const ask = (given: Buffer, card?: Buffer) => engine.ask(job(given, card));
const valuesOf = (said: Said) => ('result' in said ? said.result.values : said);
const jpeg = (width: number, height: number, noise = false) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#fff',
      ...(noise && { noise: { type: 'gaussian', mean: 128, sigma: 90 } }),
    },
  })
    .jpeg()
    .toBuffer();

describe('a picture that is refused', () => {
  const heic = Buffer.concat([
    Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
    Buffer.alloc(400),
  ]);
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>');
  it.each<[string, string, () => Promise<Buffer> | Buffer]>([
    ['nothing', 'wrongType', () => Buffer.alloc(0)],
    ['no picture', 'wrongType', () => Buffer.from('x'.repeat(5_000))],
    ['a drawing that reads files', 'wrongType', () => svg],
    ['a GIF', 'wrongType', () => sharp(photo).gif().toBuffer()],
    ['a TIFF', 'wrongType', () => sharp(photo).tiff().toBuffer()],
    ['a HEIC of a telephone', 'wrongType', () => heic],
    ['the head of a JPEG before a drawing', 'unreadable', () => Buffer.concat([photo.subarray(0, 4), svg])],
    ['a PNG that unpacks to a gigabyte', 'tooManyPixels', () => hugePng(30_000)],
    ['one cut off', 'unreadable', () => truncated(photo)],
    [
      'a WebP that moves',
      'animated',
      () =>
        sharp([photo, mirrored], { join: { animated: true } })
          .webp()
          .toBuffer(),
    ],
    ['a stamp', 'tooSmall', () => sharp(photo).resize(90, 120).jpeg().toBuffer()],
  ])('%s: picture.%s', async (_, fault, file) => {
    expect(await ask(await file())).toEqual({ fault: `picture.${fault}` });
  });
});

describe('a picture that is unusual', () => {
  const usual = () => ask(photo).then(valuesOf);
  const near = (values: object, tolerance: number) =>
    Object.fromEntries(
      ['headSize', 'eyesOpen', 'faceDistance', 'luminanceMean'].map((id) => [
        id,
        expect.closeTo(values[id as never], id === 'luminanceMean' ? -1 : tolerance),
      ]),
    );

  it.each<[string, () => Promise<Buffer> | Buffer]>([
    ['in the colours of print', () => sharp(photo).toColourspace('cmyk').jpeg({ quality: 92 }).toBuffer()],
    ['with 16 bits', () => sharp(photo).toColourspace('rgb16').png().toBuffer()],
    [
      'turned by its EXIF',
      () => sharp(photo).rotate(270).withMetadata({ orientation: 6 }).jpeg({ quality: 92 }).toBuffer(),
    ],
    ['with transparency', () => sharp(photo).ensureAlpha().png().toBuffer()],
    ['progressive', () => sharp(photo).jpeg({ progressive: true, quality: 92 }).toBuffer()],
    ['a PNG by the name of JPEG', () => mislabelled(photo)],
    ['an archive as well', () => polyglot(photo)],
  ])('%s is measured like any other', async (_, file) => {
    const values = await usual();
    expect(valuesOf(await ask(await file()))).toMatchObject(near(values, 1));
  });

  it('of 24 megapixels is measured like any other', async () => {
    const large = await sharp(photo).resize(4_240, 5_653).jpeg({ quality: 80 }).toBuffer();
    expect(valuesOf(await ask(large))).toMatchObject(near(await usual(), 1));
  });

  it('of noise, or of nothing, has no face, and nothing is compared', async () => {
    for (const file of [await jpeg(1_500, 2_000, true), await jpeg(1_500, 2_000)]) {
      const values = valuesOf(await ask(file));
      expect(values).toMatchObject({ singleFacePresent: 0, cardFace: 1 });
      expect(values).not.toHaveProperty('faceDistance');
    }
  });
});

describe('a card', () => {
  it.each([0, 90, 180, 270])(
    'turned by %i degrees is read and its face found where it is',
    async (degrees) => {
      const card = await sharp(cardPortrait).rotate(degrees).jpeg().toBuffer();
      const said = await ask(photo, card);
      expect(valuesOf(said)).toMatchObject({ cardFace: 1, cardNumber: 1, cardSex: 1, cardBirthDate: 1 });
      if (!('result' in said)) throw new Error('no answer');
      const { x, y, width, height } = said.result.cardFace!;
      const middle = { 0: [0.79, 0.42], 90: [0.58, 0.79], 180: [0.21, 0.58], 270: [0.42, 0.21] }[degrees]!;
      expect(Math.hypot(x + width / 2 - middle[0]!, y + height / 2 - middle[1]!)).toBeLessThan(0.05);
    },
  );

  it('that shows something else, or cannot be opened, leaves the decision to the officer', async () => {
    const unread = { cardFace: 0, cardNumber: 0.5, cardSex: 0.5, cardBirthDate: 0.5, cardName: 20 };
    for (const card of [await jpeg(1_180, 744), truncated(cardPortrait), Buffer.from('no picture')])
      expect(valuesOf(await ask(photo, card))).toMatchObject(unread);
  });

  it('alone is read, both sides, for the form', async () => {
    const cardEmblem = await onDesk(await drawIdCard({ side: 'emblem', validity: '2019.02.03-长期' }));
    expect(await engine.ask({ kind: 'card', cardPortrait, cardEmblem })).toMatchObject({
      result: {
        values: {},
        card: { name: '马玉', idNumber: ID, validFrom: '2019-02-03', validUntil: '长期' },
      },
    });
    expect(await engine.ask({ kind: 'card', cardPortrait: truncated(cardPortrait) })).toEqual({
      fault: 'picture.unreadable',
    });
  });

  it('full of text takes no longer than a few cards', async () => {
    const row = '省内考生须在规定时间内完成报名并上传照片'.repeat(3);
    const rows = Array.from(
      { length: 40 },
      (_, i) => `<text x="8" y="${18 * (i + 1)}" font-size="15">${row}</text>`,
    );
    const page = await sharp(
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" width="1180" height="744"><rect width="100%" height="100%" fill="#fff"/>${rows.join('')}</svg>`,
      ),
    )
      .jpeg()
      .toBuffer();
    const before = engine.cpuMs();
    expect(valuesOf(await ask(photo, page))).toMatchObject({ cardFace: 0, cardNumber: 0.5 });
    expect(engine.cpuMs() - before).toBeLessThan(8_000);
  });
});

describe('the process', () => {
  it('has had all of that within 800 MB, and is still the same', async () => {
    expect(engine.peak()).toBeLessThan(800);
    expect(valuesOf(await ask(photo))).toMatchObject({ singleFacePresent: 1 });
  });

  it('says so and ends when it takes more memory than it may', async () => {
    const small = await startEngine(330);
    expect(await small.ask(job(photo))).toEqual({ overMemory: true });
    expect(await small.gone).toBe('SIGKILL');
  });

  it('ends with whoever started it', async () => {
    const orphan = await startEngine();
    orphan.leave();
    expect(await orphan.gone).toBe('SIGKILL');
  });
});
