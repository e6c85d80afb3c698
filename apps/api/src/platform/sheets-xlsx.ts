import { serialToDate } from 'hucre';
import { decodeOoxmlEscapes } from '#platform/sheets-escapes';
import type { Rows } from '#platform/sheets-rows';
import { SheetFault } from '#platform/sheets-tasks';
import { openWorkbook, type Style, type Workbook } from '#platform/sheets-workbook';
import { readXml } from '#platform/sheets-xml';
import { openZip } from '#platform/sheets-zip';

/** What the format itself allows. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
/** Of one cell: the format allows 32,767 signs. */
const MAX_TEXT = 100_000;

/** The first visible sheet. A formula is never worked out nor its last value believed: it is refused where it stands. */
export async function readXlsx(bytes: Uint8Array, rows: Rows): Promise<void> {
  const zip = openZip(bytes);
  const workbook = await openWorkbook(zip);
  let no = 0;
  let column = -1;
  let cells: string[] = [];
  let wrong = new Map<number, string>();
  let cell: Cell | undefined;
  let within = '';
  await readXml(zip.open(workbook.sheet), {
    open(tag, attributes) {
      if (tag === 'row') {
        no = rowNumber(attributes.r, no);
        column = -1;
        cells = [];
        wrong = new Map();
      } else if (tag === 'c') {
        column = columnNumber(attributes.r, column);
        cell = {
          type: attributes.t ?? 'n',
          style: workbook.styles[Number(attributes.s)],
          text: '',
          formula: false,
        };
      } else if (tag === 'f' && cell) cell.formula = true;
      else if (tag === 'v' || tag === 't' || tag === 'rPh') within = within === 'rPh' ? 'rPh' : tag;
    },
    text(piece) {
      if (!cell || (within !== 'v' && within !== 't')) return;
      cell.text += piece;
      if (cell.text.length > MAX_TEXT) throw new SheetFault('sheet.tooMuch');
    },
    close(tag) {
      if (tag === within) within = '';
      if (tag === 'row') rows.add(no, cells, wrong);
      if (tag !== 'c' || !cell) return;
      const { value, fault } = read(cell, workbook);
      if (value !== '' || fault) {
        while (cells.length < column) cells.push('');
        cells[column] = value;
      }
      if (fault) wrong.set(column, fault);
      cell = undefined;
    },
  });
}

interface Cell {
  /** As the format names them: n number, s shared, str, inlineStr, b, e error, d date. */
  type: string;
  style: Style;
  text: string;
  formula: boolean;
}
type Value = { value: string; fault?: string };

function read({ type, style, text, formula }: Cell, { strings, since1904 }: Workbook): Value {
  if (formula) return { value: '', fault: '是公式，请复制后用“选择性粘贴—数值”换成内容' };
  if (type === 'e') return { value: text, fault: `是错误值 ${text.slice(0, 20)}` };
  if (type === 's') return shared(text, strings);
  if (type === 'b') return { value: text === '1' ? 'TRUE' : 'FALSE' };
  if (type !== 'n') return { value: decodeOoxmlEscapes(text) };
  return text === '' ? { value: '' } : number(text, style, since1904);
}

function shared(text: string, strings: readonly string[]): Value {
  const value = strings[Number(text)];
  if (value === undefined) throw new SheetFault('sheet.unreadable');
  return { value };
}

// The number itself, not what a format makes of it: 59.6 shown as 60 is still 59.6. Zeros in front are part of a code.
function number(text: string, style: Style, since1904: boolean): Value {
  const given = Number(text);
  if (!Number.isFinite(given)) throw new SheetFault('sheet.unreadable');
  // A spreadsheet knows 15 digits: 85.299999999999997 is 85.3, and the end of an ID number typed as a number is lost.
  if (Math.abs(given) >= 1e15)
    return { value: text, fault: '是数字格式，超过 15 位，末几位已丢失，请改为文本重新填写' };
  const value = Number(given.toPrecision(15));
  if (style === 'date') return { value: dateText(value, since1904) };
  const plain = Math.abs(value) < 1e-6 ? value.toFixed(15).replace(/\.?0+$/, '') : String(value);
  return { value: style && Number.isInteger(value) && value >= 0 ? plain.padStart(style.zeros, '0') : plain };
}

/** 2027-04-17, 2027-04-17 09:00, or 09:00 where there is no day. */
function dateText(serial: number, since1904: boolean): string {
  const date = serialToDate(serial, since1904);
  if (Number.isNaN(date.getTime())) throw new SheetFault('sheet.unreadable');
  const [day, time] = date.toISOString().split('T') as [string, string];
  const clock = time.slice(0, time.slice(6, 8) === '00' ? 5 : 8);
  if (Number.isInteger(serial)) return day;
  return serial < 1 ? clock : `${day} ${clock}`;
}

// Rows may be left out but come in order: otherwise two readers see two tables.
function rowNumber(text: string | undefined, last: number): number {
  const no = text === undefined ? last + 1 : Number(text);
  if (!Number.isInteger(no) || no <= last || no > LAST_ROW) throw new SheetFault('sheet.unreadable');
  return no;
}

function columnNumber(ref: string | undefined, last: number): number {
  if (ref === undefined) return last + 1;
  const letters = /^([A-Z]{1,3})\d+$/.exec(ref)?.[1];
  if (!letters) throw new SheetFault('sheet.unreadable');
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  if (column <= last || column >= LAST_COLUMN) throw new SheetFault('sheet.unreadable');
  return column;
}
