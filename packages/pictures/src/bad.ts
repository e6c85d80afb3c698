import { deflateSync, crc32 } from 'node:zlib';
import sharp from 'sharp';

/** A valid PNG of `side` × `side` white dots in a few kilobytes: a bomb for who decodes before looking. */
export function hugePng(side = 30_000): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8); // one bit per dot, grey
  const row = Buffer.alloc(1 + Math.ceil(side / 8), 0xff).fill(0, 0, 1);
  const dots = deflateSync(Buffer.concat(Array.from({ length: side }, () => row)), { level: 9 });
  return png([chunk('IHDR', header), chunk('IDAT', dots), chunk('IEND')]);
}

/** The first part of a file, as after a broken connection. */
export function truncated(file: Buffer, share = 0.6): Buffer {
  return file.subarray(0, Math.floor(file.length * share));
}

/** A JPEG that is a ZIP archive as well: archivers open the tail. */
export function polyglot(jpeg: Buffer): Buffer {
  const name = Buffer.from('run.js');
  const content = Buffer.from('console.log("not a picture")');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt32LE(crc32(content), 14);
  local.writeUInt32LE(content.length, 18);
  local.writeUInt32LE(content.length, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 4);
  central.writeUInt16LE(20, 6);
  local.copy(central, 16, 14, 28);
  central.writeUInt32LE(jpeg.length, 42);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(jpeg.length + local.length + name.length + content.length, 16);
  return Buffer.concat([jpeg, local, name, content, central, name, end]);
}

/** A PNG to be sent under the name or type of a JPEG. */
export function mislabelled(picture: Buffer): Promise<Buffer> {
  return sharp(picture).png().toBuffer();
}

/** A PNG with two frames (APNG): the same picture, marked as animated. */
export async function animated(picture: Buffer): Promise<Buffer> {
  const still = await sharp(picture).resize(64).png().toBuffer();
  const control = Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]);
  const afterHeader = 8 + 25;
  return Buffer.concat([still.subarray(0, afterHeader), chunk('acTL', control), still.subarray(afterHeader)]);
}

function chunk(type: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

const png = (chunks: Buffer[]) => Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks]);
