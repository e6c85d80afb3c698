import sharp from 'sharp';
import { expect, it } from 'vitest';
import { openPhotosOnly } from './harden.ts';

it('leaves libvips able to open photos, and nothing else', async () => {
  const dot = sharp({ create: { width: 8, height: 8, channels: 3, background: '#888' } });
  const files = {
    jpeg: await dot.jpeg().toBuffer(),
    png: await dot.png().toBuffer(),
    webp: await dot.webp().toBuffer(),
    gif: await dot.gif().toBuffer(),
    tiff: await dot.tiff().toBuffer(),
    avif: await dot.avif().toBuffer(),
    svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>'),
  };
  const opened = async () => {
    const tried = Object.entries(files).map(async ([kind, file]) => {
      return (
        (await sharp(file)
          .toBuffer()
          .catch(() => undefined)) && kind
      );
    });
    return (await Promise.all(tried)).filter(Boolean);
  };
  expect(await opened()).toEqual(Object.keys(files));
  openPhotosOnly();
  expect(await opened()).toEqual(['jpeg', 'png', 'webp']);
});
