import { crc32 } from 'node:zlib';

/** Reads a ZIP file whose parts are stored as they are, by its directory; a wrong CRC throws. */
export function unzip(file: Buffer): Map<string, Buffer> {
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06'));
  let at = file.readUInt32LE(end + 16);
  const parts = new Map<string, Buffer>();
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    const [size, nameLength, local] = [
      file.readUInt32LE(at + 20),
      file.readUInt16LE(at + 28),
      file.readUInt32LE(at + 42),
    ];
    const from = local + 30 + file.readUInt16LE(local + 26);
    const bytes = file.subarray(from, from + size);
    if (crc32(bytes) !== file.readUInt32LE(at + 16)) throw new Error('a part was changed');
    parts.set(file.toString('utf8', at + 46, at + 46 + nameLength), Buffer.from(bytes));
    at += 46 + nameLength;
  }
  return parts;
}
