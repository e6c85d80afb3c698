import { crc32 } from 'node:zlib';

const UTF8_NAMES = 0x0800;
/** 1 January 1980: when a part was made is nobody's business, and the same parts give the same file. */
const DAY_ONE = 0x0021;
const VERSION = 20;

/**
 * A ZIP file piece by piece, never whole in the memory. Parts are stored as they are: PDF files and pictures would not get
 * smaller. Up to 65,535 parts and 4 GB.
 */
export async function* zip(parts: AsyncIterable<{ name: string; bytes: Buffer }>): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let at = 0;
  for await (const { name, bytes } of parts) {
    const about = describe(Buffer.from(name), bytes);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(VERSION, 4);
    about.fields.copy(entry, 6);
    entry.writeUInt32LE(at, 42);
    directory.push(entry, about.name);
    const head = Buffer.alloc(4);
    head.writeUInt32LE(0x04034b50);
    const local = Buffer.concat([head, about.fields, about.name]);
    at += local.length + bytes.length;
    yield local;
    yield bytes;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length / 2, 8);
  end.writeUInt16LE(directory.length / 2, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  yield listed;
  yield end;
}

/** What stands both before a part and in the directory: version, flags, method, time, CRC, sizes, lengths. */
function describe(name: Buffer, bytes: Buffer): { fields: Buffer; name: Buffer } {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(UTF8_NAMES, 2);
  fields.writeUInt16LE(DAY_ONE, 8);
  fields.writeUInt32LE(crc32(bytes), 10);
  fields.writeUInt32LE(bytes.length, 14);
  fields.writeUInt32LE(bytes.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return { fields, name };
}
