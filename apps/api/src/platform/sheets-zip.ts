import { createInflateRaw, crc32 } from 'node:zlib';
import { SheetFault } from '#platform/sheets-tasks';

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const ELSEWHERE = 0xffffffff;
const ZIP64 = 1;
const MAX_PARTS = 2_000;
/** Of one part, unpacked. Worksheets of half a million rows stay below. */
const MAX_UNPACKED = 512 * 1024 * 1024;
/** Deflate reaches 1,032 to 1 on nothing but zeros, tables hardly 60. */
const MAX_RATIO = 200;
const SMALL = 1024 * 1024;
/** No tag or text of a workbook is that long. */
const MAX_BETWEEN_TAGS = 1024 * 1024;
const GT = 0x3e;

interface Part {
  packed: number;
  unpacked: number;
  method: number;
  crc: number;
  at: number;
}
export interface Zip {
  has(name: string): boolean;
  /** Its bytes as they are unpacked, never all at once; refused when they are more or other than was said. */
  open(name: string): AsyncGenerator<Uint8Array>;
}

export function openZip(bytes: Uint8Array): Zip {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = partsOf(file);
  return {
    has: (name) => parts.has(name.toLowerCase()),
    open(name) {
      const part = parts.get(name.toLowerCase());
      if (!part) throw new SheetFault('sheet.unreadable');
      return unpack(file, part);
    },
  };
}

function partsOf(file: Buffer): Map<string, Part> {
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end === -1 || end + 22 > file.length || file.readUInt32LE(end) !== END)
    throw new SheetFault('sheet.unreadable');
  const count = file.readUInt16LE(end + 10);
  if (count > MAX_PARTS) throw new SheetFault('sheet.tooMuch');
  const parts = new Map<string, Part>();
  let at = file.readUInt32LE(end + 16);
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== DIRECTORY)
      throw new SheetFault('sheet.unreadable');
    if (file.readUInt16LE(at + 8) & 1) throw new SheetFault('sheet.legacy');
    const [nameLength, extraLength] = [file.readUInt16LE(at + 28), file.readUInt16LE(at + 30)];
    const name = file.toString('utf8', at + 46, at + 46 + nameLength).toLowerCase();
    // Two parts of one name: readers differ in which one they take.
    if (parts.has(name)) throw new SheetFault('sheet.unreadable');
    const extra = file.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    parts.set(name, partAt(file, at, extra));
    at += 46 + nameLength + extraLength + file.readUInt16LE(at + 32);
  }
  return parts;
}

function partAt(file: Buffer, at: number, extra: Buffer): Part {
  const sizes = [file.readUInt32LE(at + 24), file.readUInt32LE(at + 20), file.readUInt32LE(at + 42)];
  const [unpacked, packed, local] = sizes.includes(ELSEWHERE) ? longSizes(sizes, extra) : sizes;
  return {
    unpacked: unpacked!,
    packed: packed!,
    at: local!,
    method: file.readUInt16LE(at + 10),
    crc: file.readUInt32LE(at + 16),
  };
}

// Java's streaming writer says every size in 64 bits, however small.
function longSizes(sizes: number[], extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== ZIP64) continue;
    let from = at + 4;
    return sizes.map((size) => {
      if (size !== ELSEWHERE) return size;
      if (from + 8 > extra.length) throw new SheetFault('sheet.unreadable');
      const long = Number(extra.readBigUInt64LE(from));
      from += 8;
      return long;
    });
  }
  throw new SheetFault('sheet.unreadable');
}

async function* unpack(
  file: Buffer,
  { packed, unpacked, method, crc, at }: Part,
): AsyncGenerator<Uint8Array> {
  if (at + 30 > file.length || file.readUInt32LE(at) !== LOCAL) throw new SheetFault('sheet.unreadable');
  const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  if (start + packed > file.length || (method !== 0 && method !== 8))
    throw new SheetFault('sheet.unreadable');
  if (unpacked > MAX_UNPACKED || (unpacked > SMALL && unpacked > packed * MAX_RATIO))
    throw new SheetFault('sheet.tooMuch');
  const bytes = file.subarray(start, start + packed);
  let total = 0;
  let sum = 0;
  let silent = 0;
  for await (const chunk of method === 0 ? slices(bytes) : inflate(bytes)) {
    total += chunk.length;
    if (total > unpacked) throw new SheetFault('sheet.unreadable');
    sum = crc32(chunk, sum);
    const last = chunk.lastIndexOf(GT);
    silent = last === -1 ? silent + chunk.length : chunk.length - last;
    if (silent > MAX_BETWEEN_TAGS) throw new SheetFault('sheet.unreadable');
    yield chunk;
  }
  if (total !== unpacked || sum !== crc) throw new SheetFault('sheet.unreadable');
}

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += SMALL) yield bytes.subarray(at, at + SMALL);
}

async function* inflate(bytes: Buffer): AsyncGenerator<Buffer> {
  const stream = createInflateRaw({ chunkSize: 256 * 1024 });
  stream.end(bytes);
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch {
    throw new SheetFault('sheet.unreadable');
  } finally {
    stream.destroy();
  }
}
