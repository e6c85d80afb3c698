import type { Pixels } from '@zikao/contract/pixel-measures';
import sharp from 'sharp';
import { Fault } from './fault.ts';

const MAX_PIXELS = 40_000_000;
const MIN_SIDE = 200;

export type Raster = Pixels & { channels: 3 };

/**
 * Upright sRGB pixels on white, at most `longest` wide and high, never enlarged. Refuses by the first bytes, then by
 * the size in the header, before any pixel is decoded.
 */
export async function decode(bytes: Uint8Array, longest: number): Promise<Raster> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!isPhoto(file)) throw new Fault('picture.wrongType');
  const picture = sharp(file, {
    limitInputPixels: MAX_PIXELS,
    failOn: 'error',
    sequentialRead: true,
    pages: 1,
  });
  const { pages = 1, width, height } = await picture.metadata().catch(refuse);
  if (width * height > MAX_PIXELS) throw new Fault('picture.tooManyPixels');
  if (pages > 1) throw new Fault('picture.animated');
  if (Math.min(width, height) < MIN_SIDE) throw new Fault('picture.tooSmall');
  const { data, info } = await picture
    .timeout({ seconds: 10 })
    .autoOrient()
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(refuse);
  if (info.channels !== 3) throw new Fault('picture.unreadable');
  return { data, width: info.width, height: info.height, channels: 3 };
}

function isPhoto(file: Buffer): boolean {
  const head = file.toString('latin1', 0, 12);
  return (
    head.startsWith('\xff\xd8\xff') ||
    head.startsWith('\x89PNG\r\n\x1a\n') ||
    (head.startsWith('RIFF') && head.endsWith('WEBP'))
  );
}

function refuse(error: Error): never {
  throw new Fault(/pixel limit/i.test(error.message) ? 'picture.tooManyPixels' : 'picture.unreadable');
}
