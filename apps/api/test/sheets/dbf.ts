import { gbk } from './gbk.ts';

export interface DbfField {
  name: string;
  type: string;
  length: number;
}
/** What the header says instead of the truth. */
interface Lies {
  version?: number;
  count?: number;
  start?: number;
  length?: number;
}

/** A dBase III table in GBK, as exam offices send it; a record that begins with `*` is deleted. */
export function dbf(fields: readonly DbfField[], records: readonly string[][], lies: Lies = {}): Buffer {
  const length = 1 + fields.reduce((sum, field) => sum + field.length, 0);
  const header = Buffer.alloc(32);
  header.set([lies.version ?? 3, 127, 4, 17]);
  header.writeUInt32LE(lies.count ?? records.length, 4);
  header.writeUInt16LE(lies.start ?? 32 + 32 * fields.length + 1, 8);
  header.writeUInt16LE(lies.length ?? length, 10);
  return Buffer.concat([
    header,
    ...fields.map(describe),
    Buffer.from([0x0d]),
    ...records.map((cells) => record(fields, cells)),
    Buffer.from([0x1a]),
  ]);
}

function describe({ name, type, length }: DbfField): Buffer {
  const field = Buffer.alloc(32);
  gbk(name).copy(field, 0, 0, 10);
  field.write(type, 11, 'latin1');
  field.writeUInt8(length, 16);
  return field;
}

function record(fields: readonly DbfField[], cells: readonly string[]): Buffer {
  const deleted = cells[0]?.startsWith('*') ?? false;
  return Buffer.concat([
    Buffer.from(deleted ? '*' : ' '),
    ...fields.map(({ length }, at) => {
      const space = Buffer.alloc(length, ' ');
      gbk(cells[at] ?? '').copy(space, 0, 0, length);
      return space;
    }),
  ]);
}
