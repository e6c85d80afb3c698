import { animated, hugePng, mislabelled, polyglot, truncated } from '@zikao/pictures';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_PICTURE_BYTES, openImages, type Images, type Normalise } from '#platform/images';
import type { Problem } from '#platform/problem';

const stored: Normalise = { maxWidth: 480, maxHeight: 640, quality: 90, format: 'jpeg' };
const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  });

let images: Images;
let jpeg: Buffer;
let heavy: Buffer;

beforeAll(async () => {
  images = openImages();
  jpeg = await noise(800, 600).jpeg({ quality: 92 }).toBuffer();
  heavy = await noise(4500, 4500).jpeg({ quality: 50 }).toBuffer();
});
afterAll(() => images.close());

const refused = (input: Buffer, declared?: string, want = stored) =>
  images.normalise(input, want, declared).then(
    () => 'accepted',
    ({ code, extra }: Problem) => (extra.detail ? `${code} ${extra.detail}` : code),
  );

describe('a picture is refused', () => {
  it('when it is a bomb of 30,000 × 30,000 dots', async () => {
    const bomb = hugePng(30_000);
    expect(bomb.length).toBeLessThan(200_000);
    expect(await refused(bomb)).toBe('picture.tooManyPixels');
  });

  it('when its end is missing', async () => {
    expect(await refused(truncated(jpeg))).toBe('picture.unreadable');
    expect(await refused(truncated(await mislabelled(jpeg)))).toBe('picture.unreadable');
  });

  it('when it is an archive or a page as well', async () => {
    expect(await refused(polyglot(jpeg))).toMatch(/^picture.wrongType 图片文件中夹带/);
    const page = Buffer.concat([jpeg, Buffer.from('<script>alert(1)</script>')]);
    expect(await refused(page)).toMatch(/^picture.wrongType/);
    const document = Buffer.concat([
      jpeg.subarray(0, 2),
      Buffer.from([0xff, 0xfe, 0, 10]),
      Buffer.from('%PDF-1.7'),
    ]);
    expect(await refused(Buffer.concat([document, jpeg.subarray(2)]))).toMatch(/^picture.wrongType/);
  });

  it('when its name or type says something else', async () => {
    const png = await mislabelled(jpeg);
    for (const declared of ['photo.jpg', 'image/jpeg', 'photo.JPEG', 'photo.txt'])
      expect(await refused(png, declared)).toMatch(/^picture.wrongType 文件内容是 PNG 图片/);
    expect(await refused(jpeg, 'image/png')).toMatch(/^picture.wrongType/);
    for (const declared of ['image/png', 'scan.PNG', 'blob', 'application/octet-stream'])
      expect(await refused(png, declared)).toBe('accepted');
  });

  it('when it moves', async () => {
    expect(await refused(await animated(jpeg))).toBe('picture.animated');
    const frames = sharp([jpeg, await sharp(jpeg).negate().toBuffer()], { join: { animated: true } });
    expect(await refused(await frames.webp({ loop: 0 }).toBuffer())).toBe('picture.animated');
    expect(await refused(await frames.clone().gif().toBuffer())).toMatch(/^picture.wrongType 这是 GIF/);
  });

  it('when it is of another kind, with a sentence that helps', async () => {
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(100)]);
    expect(await refused(heic)).toMatch(/HEIC.*兼容性最佳/);
    expect(await refused(await sharp(jpeg).tiff().toBuffer())).toMatch(/TIFF/);
    const svg =
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>';
    expect(await refused(Buffer.from(svg))).toMatch(/^picture.wrongType 这是 SVG/);
    expect(await refused(await sharp(jpeg).avif({ effort: 0 }).toBuffer())).toMatch(/^picture.wrongType/);
  });

  it('when it is empty, text or garbage', async () => {
    expect(await refused(Buffer.alloc(0))).toMatch(/^picture.unreadable 文件是空的/);
    expect(await refused(Buffer.from('我不是图片'))).toBe('picture.wrongType');
    expect(await refused(Buffer.concat([jpeg.subarray(0, 4), Buffer.alloc(500, 'x')]))).toBe(
      'picture.unreadable',
    );
  });

  it('when it is over 15 MB, or too small for its purpose', async () => {
    expect(await refused(Buffer.alloc(MAX_PICTURE_BYTES + 1, jpeg))).toBe('picture.tooLarge');
    expect(await refused(jpeg, undefined, { ...stored, minWidth: 801 })).toBe('picture.tooSmall');
  });
});

describe('a stored picture', () => {
  it('is upright, in sRGB on white, within its box, without any metadata', async () => {
    const turned = sharp(jpeg)
      .withExif({ IFD0: { ImageDescription: 'secret place' } })
      .withMetadata({ orientation: 6 });
    const picture = await images.normalise(await turned.jpeg().toBuffer(), stored, 'photo.jpg');
    expect([picture.width, picture.height]).toEqual([480, 640]);
    expect(picture.bytes.includes('secret place')).toBe(false);
    const { format, exif, icc, xmp, space } = await sharp(picture.bytes).metadata();
    expect({ format, exif, icc, xmp, space }).toEqual({ format: 'jpeg', space: 'srgb' });
    expect(picture.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('can be given an exact size, a density and a largest file size', async () => {
    const want: Normalise = { ...stored, exact: true, quality: 95, maxBytes: 90 * 1024, dpi: 300 };
    const { bytes, width, height } = await images.normalise(jpeg, want);
    expect([width, height]).toEqual([480, 640]);
    expect(bytes.length).toBeLessThan(90 * 1024);
    expect((await sharp(bytes).metadata()).density).toBe(300);
  });

  it('may come as PNG with transparency, in 16 bits, CMYK or WebP', async () => {
    const clear = sharp({ create: { width: 50, height: 50, channels: 4, background: '#0000' } });
    const white = await images.normalise(await clear.png().toBuffer(), stored);
    expect((await sharp(white.bytes).stats()).channels.map((channel) => channel.min)).toEqual([
      255, 255, 255,
    ]);
    for (const file of [
      sharp(jpeg).toColourspace('rgb16').png(),
      sharp(jpeg).toColourspace('cmyk').jpeg(),
      sharp(jpeg).webp(),
      sharp(jpeg).greyscale().jpeg({ progressive: true }),
    ])
      expect(await refused(await file.toBuffer())).toBe('accepted');
  });

  it('is measured as it was sent', async () => {
    const measured = await images.measure(jpeg, { background: [255, 255, 255] });
    expect([measured.width, measured.height, measured.bytes]).toEqual([800, 600, jpeg.length]);
    expect(measured.pixels.sharpness).toBeGreaterThan(100);
  });
});

describe('a copy of exactly the standard', () => {
  const copy = { maxWidth: 480, maxHeight: 640, exact: true, dpi: 300, format: 'jpeg', quality: 92 } as const;
  const within = { ...copy, minBytes: 20 * 1024, maxBytes: 40 * 1024 };
  const grain = (sigma: number) => ({ type: 'gaussian' as const, mean: 128, sigma });
  const painted = (sigma: number) =>
    sharp({ create: { width: 960, height: 1280, channels: 3, background: '#fff', noise: grain(sigma) } })
      .jpeg({ quality: 95 })
      .toBuffer();

  it('has at least the bytes of the standard, where a picture has so much to tell', async () => {
    const smooth = await painted(2);
    expect((await images.normalise(smooth, copy)).bytes.length).toBeLessThan(20 * 1024);
    const { length } = (await images.normalise(smooth, within)).bytes;
    expect(length).toBeGreaterThanOrEqual(20 * 1024);
    expect(length).toBeLessThanOrEqual(40 * 1024);
  });

  it('stays small when there is nothing to tell, and within the most in any case', async () => {
    const plain = sharp({ create: { width: 960, height: 1280, channels: 3, background: '#fff' } });
    expect((await images.normalise(await plain.png().toBuffer(), within)).bytes.length).toBeLessThan(
      20 * 1024,
    );
    expect((await images.normalise(await painted(12), within)).bytes.length).toBeLessThanOrEqual(40 * 1024);
  });
});

describe('the workers', () => {
  it('survive every bad picture', async () => {
    await refused(hugePng(30_000));
    await refused(truncated(jpeg));
    expect(await refused(jpeg)).toBe('accepted');
  });

  it('are replaced when killed in the middle, and the job is done after all', async () => {
    const job = refused(heavy);
    process.kill(images.pids()[0]!, 'SIGKILL');
    expect(await job).toBe('accepted');
  });

  it('refuse a picture that brings them down twice', async () => {
    const alone = openImages({ workers: 1 });
    await alone.normalise(jpeg, stored);
    const job = alone.normalise(heavy, stored).catch((error: { code: string }) => error.code);
    const [first] = alone.pids();
    process.kill(first!, 'SIGKILL');
    await expect.poll(() => alone.pids().some((pid) => pid !== first), { interval: 5 }).toBe(true);
    process.kill(alone.pids()[0]!, 'SIGKILL');
    expect(await job).toBe('picture.unreadable');
    expect((await alone.normalise(jpeg, stored)).width).toBe(480);
    await alone.close();
  });

  it('are ended when a picture takes too long or too much memory, and others go on', async () => {
    const hasty = openImages({ workers: 1, timeoutMs: 60 });
    await expect(hasty.normalise(heavy, stored)).rejects.toMatchObject({ code: 'picture.unreadable' });
    await hasty.close();
    const small = openImages({ workers: 1, maxRssMb: 90 });
    await expect(small.normalise(heavy, stored)).rejects.toMatchObject({ code: 'picture.tooManyPixels' });
    await small.close();
  });

  it('turn callers away when too many wait, and when they are closed', async () => {
    const busy = openImages({ workers: 1, queue: 2 });
    const results = await Promise.all(
      Array.from({ length: 6 }, () =>
        busy.normalise(jpeg, stored).then(
          () => 'done',
          (error: { code: string }) => error.code,
        ),
      ),
    );
    expect(results).toEqual(['done', 'done', 'done', 'overloaded', 'overloaded', 'overloaded']);
    const interrupted = busy.normalise(heavy, stored).catch((error: { code: string }) => error.code);
    await busy.close();
    expect(await interrupted).toBe('overloaded');
    await expect(busy.normalise(jpeg, stored)).rejects.toMatchObject({ code: 'overloaded' });
    expect(busy.pids()).toEqual([]);
  });
});
