import { crc32 } from 'node:zlib';

// Files as exam offices send them, made here byte by byte: nothing of the product helps to write what it has to read.

export interface SheetFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A DBF of text columns in GBK, as FoxPro writes it. Names of columns are at most ten letters. */
export function dbfFile(name: string, columns: readonly string[], rows: readonly string[][]): SheetFile {
  const cells = rows.map((row) => row.map(gbk));
  const widths = columns.map((_, at) => Math.max(1, ...cells.map((row) => row[at]!.length)));
  const record = 1 + widths.reduce((sum, width) => sum + width, 0);
  const head = Buffer.alloc(32);
  head.set([0x03, 126, 11, 20]); // dBase III, last written on 2026-11-20
  head.writeUInt32LE(rows.length, 4);
  head.writeUInt16LE(33 + columns.length * 32, 8);
  head.writeUInt16LE(record, 10);
  head[29] = 0x4d; // code page 936
  const fields = columns.map((title, at) => {
    const field = Buffer.alloc(32);
    field.write(title, 'ascii');
    field.write('C', 11, 'ascii');
    field[16] = widths[at]!;
    return field;
  });
  const lines = cells.map((row) =>
    Buffer.concat([Buffer.from(' '), ...row.map((cell, at) => padded(cell, widths[at]!))]),
  );
  const buffer = Buffer.concat([head, ...fields, Buffer.from([0x0d]), ...lines, Buffer.from([0x1a])]);
  return { name, mimeType: 'application/octet-stream', buffer };
}

const padded = (cell: Buffer, width: number) => Buffer.concat([cell, Buffer.alloc(width - cell.length, ' ')]);

let signs: Map<string, Buffer> | undefined;

function gbk(text: string): Buffer {
  signs ??= allSigns();
  return Buffer.concat([...text].map((sign) => signs!.get(sign) ?? Buffer.from(sign, 'ascii')));
}

function allSigns(): Map<string, Buffer> {
  const decoder = new TextDecoder('gbk');
  const found = new Map<string, Buffer>();
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) {
      const bytes = Buffer.from([high, low]);
      const sign = decoder.decode(bytes);
      if (sign.length === 1) found.set(sign, bytes);
    }
  return found;
}

/** A workbook of one sheet, every cell a text. */
export function xlsxFile(name: string, rows: readonly (readonly string[])[]): SheetFile {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const lines = rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('');
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const relation = (kind: string, target: string) =>
    `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/${kind}" Target="${target}"/></Relationships>`;
  const buffer = zip({
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    '_rels/.rels': relation('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="成绩" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relation('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${lines}</sheetData></worksheet>`,
  });
  return { name, mimeType: `${type}.sheet`, buffer };
}

/** Stored, not compressed. */
function zip(files: Record<string, string>): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const [title, body] = [Buffer.from(name), Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${text}`)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(body), 10);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(body.length, 18);
    common.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, title, body]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, place, title]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end]);
}
