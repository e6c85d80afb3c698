import { columnLetter, MAX_SHEET_COLUMNS, MAX_SHEET_ROWS } from '@zikao/contract/sheets';
import { narrowEncoding } from '#platform/sheets-encoding';
import type { Rows } from '#platform/sheets-rows';
import { SheetFault } from '#platform/sheets-tasks';

/** dBase III, IV, FoxBASE and Visual FoxPro, with and without memo file. */
const VERSIONS = new Set([0x02, 0x03, 0x04, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8b, 0xcb, 0xf5, 0xfb]);
const HEADER = 32;
const FIELD = 32;
const FIELDS_END = 0x0d;
const DELETED = 0x2a;

interface Field {
  name: string;
  type: string;
  /** Within a record, behind its deletion mark. */
  at: number;
  length: number;
}
interface Layout {
  fields: Field[];
  records: Buffer;
  count: number;
  length: number;
}

export function looksLikeDbf(bytes: Uint8Array): boolean {
  return (
    bytes.length > HEADER && VERSIONS.has(bytes[0]!) && bytes[2]! >= 1 && bytes[2]! <= 12 && bytes[3]! <= 31
  );
}

/** Fixed columns behind a header that says how many there are; nothing it says is believed before it is checked. */
export function readDbf(bytes: Uint8Array, rows: Rows): 'utf-8' | 'gb18030' {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { fields, records, count, length } = layoutOf(file);
  const encoding = narrowEncoding(records);
  const decoder = new TextDecoder(encoding);
  const decode: Decode = (field) => decoder.decode(field);
  rows.add(
    0,
    fields.map(({ name }) => name),
  );
  for (let no = 1; no <= count; no += 1) {
    const from = (no - 1) * length;
    if (records[from] === DELETED) continue;
    const wrong = new Map<number, string>();
    const cells = fields.map((field, at) => {
      const { value, fault } = read(field, records, from + field.at, decode);
      if (fault) wrong.set(at, fault);
      return value;
    });
    rows.add(no, cells, wrong);
  }
  return encoding;
}

function layoutOf(file: Buffer): Layout {
  const count = file.readUInt32LE(4);
  const start = file.readUInt16LE(8);
  const length = file.readUInt16LE(10);
  if (start <= HEADER || start > file.length || length < 2) throw new SheetFault('sheet.unreadable');
  if (count > MAX_SHEET_ROWS) throw new SheetFault('sheet.tooManyRows');
  const fields = fieldsOf(file.subarray(0, start));
  const used = fields.at(-1)!.at + fields.at(-1)!.length;
  if (used > length) throw broken('列的宽度加起来超过了一行的长度');
  const held = Math.floor((file.length - start) / length);
  if (held < count) throw broken(`文件头写明 ${count} 行，实际只有 ${held} 行完整`);
  const rest = file.subarray(start + count * length);
  if (rest.length > 0 && rest[0] !== 0x1a && rest.length >= length)
    throw broken(`文件头写明 ${count} 行，实际还有更多`);
  // FoxPro keeps a field for itself; memos are in another file.
  const shown = fields.filter(({ type }) => type !== '0');
  const strange = shown.find(({ type }) => !READ[type]);
  if (strange) throw broken(`“${strange.name}”列的类型（${strange.type}）不能读取，请改为字符型`);
  return { fields: shown, records: file.subarray(start, start + count * length), count, length };
}

function fieldsOf(header: Buffer): Field[] {
  const fields: Field[] = [];
  let at = 1;
  for (let from = HEADER; from + FIELD <= header.length && header[from] !== FIELDS_END; from += FIELD) {
    const name = header.subarray(from, from + 11);
    const end = name.indexOf(0);
    const text = end === -1 ? name : name.subarray(0, end);
    const type = String.fromCharCode(header[from + 11]!);
    // Long character columns keep the upper part of their width where numbers keep their decimals.
    const length = header[from + 16]! + (type === 'C' ? header[from + 17]! * 256 : 0);
    if (length === 0) throw broken(`第 ${fields.length + 1} 列（${columnLetter(fields.length)}）的宽度为 0`);
    fields.push({ name: new TextDecoder(narrowEncoding(text)).decode(text).trim(), type, at, length });
    at += length;
    if (fields.length > MAX_SHEET_COLUMNS) throw new SheetFault('sheet.tooManyColumns');
  }
  if (fields.length === 0) throw new SheetFault('sheet.unreadable');
  return fields;
}

type Decode = (bytes: Uint8Array) => string;
type Value = { value: string; fault?: string };
const plain = (value: string): Value => ({ value });
const READ: Record<string, (text: string, bytes: Buffer) => Value> = {
  C: plain,
  N: number,
  F: number,
  D: date,
  L: (text) => plain(text === '?' ? '' : text),
  I: (_, bytes) =>
    bytes.length === 4 ? plain(String(bytes.readInt32LE())) : { value: '', fault: '整数的宽度不对' },
};

function read(field: Field, records: Buffer, from: number, decode: Decode): Value {
  const bytes = records.subarray(from, from + field.length);
  return READ[field.type]!(field.type === 'I' ? '' : textOf(bytes, decode), bytes);
}

// Most columns are digits: they need no decoder. Some programs fill up with NUL instead of blanks.
function textOf(bytes: Buffer, decode: Decode): string {
  const text = bytes.some((byte) => byte > 0x7f) ? decode(bytes) : bytes.toString('latin1');
  return text.replace(/[\s\0]+$/, '').trimStart();
}

function number(text: string): Value {
  if (text === '' || /^[-+]?(\d+\.?\d*|\.\d+)$/.test(text)) return plain(text);
  return { value: text, fault: text.startsWith('*') ? '数值超出列宽，已丢失' : '应为数字' };
}

function date(text: string): Value {
  const parts = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (parts) return plain(parts.slice(1).join('-'));
  return /^0*$/.test(text) ? plain('') : { value: text, fault: '日期应为 8 位数字，如 20270417' };
}

const broken = (detail: string) => new SheetFault('sheet.unreadable', { detail: `${detail}。` });
