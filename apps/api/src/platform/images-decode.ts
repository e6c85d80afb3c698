import { createHash } from 'node:crypto';
import { measurePixels } from '@zikao/contract/pixel-measures';
import sharp, { type JpegOptions, type Sharp } from 'sharp';
import type { Measure, Measured, Normalise, Picture, PictureFault } from '#platform/images-tasks';

// Runs in the worker only: what libvips allocates is outside the limits of this process's own heap.
sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ['VipsForeignLoad'] });
const loaders = ['Jpeg', 'Png', 'Webp'].map((kind) => `VipsForeignLoad${kind}Buffer`);
sharp.unblock({ operation: loaders });

const MAX_PIXELS = 40_000_000;
const MAX_MEASURED_WIDTH = 1920;

/** A refusal with its code in the catalogue. */
export class Fault extends Error {
  readonly code: PictureFault;
  constructor(code: PictureFault) {
    super(code);
    this.code = code;
  }
}

/** Upright sRGB pixels on white, and the upright size. Refuses what is too big, broken or more than one picture. */
async function open(bytes: Buffer): Promise<{ picture: Sharp; width: number; height: number }> {
  const picture = sharp(bytes, {
    limitInputPixels: MAX_PIXELS,
    failOn: 'error',
    sequentialRead: true,
    pages: 1,
  });
  const { pages = 1, autoOrient, width, height } = await picture.metadata().catch(refuse);
  if (width * height > MAX_PIXELS) throw new Fault('picture.tooManyPixels');
  if (pages > 1) throw new Fault('picture.animated');
  picture.timeout({ seconds: 10 }).autoOrient().flatten({ background: '#fff' }).toColourspace('srgb');
  return { picture, width: autoOrient.width, height: autoOrient.height };
}

/** Re-encodes: nothing of the file but its pixels survives. */
export async function normalise(bytes: Buffer, want: Normalise): Promise<Picture> {
  const { picture, width, height } = await open(bytes);
  if (width < (want.minWidth ?? 1) || height < (want.minHeight ?? 1)) throw new Fault('picture.tooSmall');
  picture.resize(want.maxWidth, want.maxHeight, {
    fit: want.exact ? 'cover' : 'inside',
    withoutEnlargement: !want.exact,
  });
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true }).catch(refuse);
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const jpeg = await encode(sharp(data, { raw }), want);
  const sha256 = createHash('sha256').update(jpeg).digest('hex');
  return { bytes: jpeg, width: info.width, height: info.height, sha256 };
}

/** Measures the pixels as they are; a very wide picture is first shrunk to keep the memory small. */
export async function measure(bytes: Buffer, { background }: Measure): Promise<Measured> {
  const { picture, width, height } = await open(bytes);
  picture.resize({ width: MAX_MEASURED_WIDTH, withoutEnlargement: true });
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true }).catch(refuse);
  const channels = info.channels === 4 ? 4 : 3;
  const pixels = measurePixels({ data, width: info.width, height: info.height, channels }, background);
  return { width, height, bytes: bytes.length, pixels };
}

async function encode(pixels: Sharp, want: Normalise): Promise<Buffer> {
  const { quality, minBytes = 0, maxBytes = Infinity, dpi } = want;
  const at = (how: JpegOptions) => pixels.clone().jpeg(how).toBuffer();
  let jpeg = await at({ quality });
  for (let lower = quality - 4; jpeg.length > maxBytes && lower >= 40; lower -= 4)
    jpeg = await at({ quality: lower });
  for (const finer of FINER) {
    if (jpeg.length >= minBytes) break;
    const larger = await at(finer);
    if (larger.length <= maxBytes) jpeg = larger;
  }
  return Buffer.concat([jpeg.subarray(0, 2), jfif(dpi ?? 72), jpeg.subarray(2)]);
}

/** What makes a JPEG larger without anything made up: finer steps, then colours in full. */
const FINER: JpegOptions[] = [
  { quality: 95 },
  { quality: 98 },
  { quality: 98, chromaSubsampling: '4:4:4' },
  { quality: 100, chromaSubsampling: '4:4:4' },
];

// libvips leaves the JFIF header away with the metadata; it is where a JPEG says its density, and old readers want it.
function jfif(dpi: number): Buffer {
  const segment = Buffer.from('\xff\xe0\0\x10JFIF\0\x01\x01\x01\0\0\0\0\0\0', 'latin1');
  segment.writeUInt16BE(dpi, 12);
  segment.writeUInt16BE(dpi, 14);
  return segment;
}

function refuse(error: Error): never {
  throw new Fault(/pixel limit/i.test(error.message) ? 'picture.tooManyPixels' : 'picture.unreadable');
}
