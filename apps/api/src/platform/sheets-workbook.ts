import { posix } from 'node:path';
import { isDateFormat } from 'hucre';
import { decodeOoxmlEscapes } from '#platform/sheets-escapes';
import { SheetFault } from '#platform/sheets-tasks';
import { readXml } from '#platform/sheets-xml';
import type { Zip } from '#platform/sheets-zip';

/** What the number format of a cell says about its value. `zeros`: filled up with zeros to that many digits. */
export type Style = 'date' | { zeros: number } | undefined;
export interface Workbook {
  /** The part of its first visible sheet. */
  sheet: string;
  since1904: boolean;
  strings: string[];
  styles: Style[];
}

/** Of all shared texts together. */
const MAX_STRINGS = 64 * 1024 * 1024;
const DATES = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const;

/** Everything about a workbook but its cells. */
export async function openWorkbook(zip: Zip): Promise<Workbook> {
  const main = (await related(zip, '')).get('officeDocument')?.[0]?.target;
  if (!main) throw new SheetFault('sheet.wrongType');
  const parts = await related(zip, main);
  const { sheets, since1904 } = await readMain(zip, main);
  const first = sheets.find(({ hidden }) => !hidden);
  const sheet = parts.get('worksheet')?.find(({ id }) => id === first?.relation)?.target;
  if (!sheet) throw new SheetFault('sheet.empty');
  const [strings, styles] = [parts.get('sharedStrings')?.[0], parts.get('styles')?.[0]];
  return {
    sheet,
    since1904,
    strings: strings ? await readStrings(zip, strings.target) : [],
    styles: styles ? await readStyles(zip, styles.target) : [],
  };
}

interface Related {
  id: string;
  target: string;
}

// By the last word of their type: the two standards of the format differ in the rest.
async function related(zip: Zip, part: string): Promise<Map<string, Related[]>> {
  const folder = posix.dirname(part);
  const found = new Map<string, Related[]>();
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  if (!zip.has(name)) return found;
  await readXml(zip.open(name), {
    open(tag, { Id = '', Type = '', Target = '', TargetMode }) {
      if (tag !== 'Relationship' || TargetMode === 'External') return;
      const type = Type.slice(Type.lastIndexOf('/') + 1);
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      found.set(type, [...(found.get(type) ?? []), { id: Id, target }]);
    },
  });
  return found;
}

async function readMain(zip: Zip, part: string) {
  const sheets: { relation: string; hidden: boolean }[] = [];
  let since1904 = false;
  await readXml(zip.open(part), {
    open(tag, attributes) {
      if (tag === 'workbookPr') since1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (tag !== 'sheet') return;
      const relation = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
      sheets.push({ relation, hidden: !['visible', undefined].includes(attributes.state) });
    },
  });
  return { sheets, since1904 };
}

async function readStrings(zip: Zip, part: string): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let length = 0;
  let within = '';
  await readXml(zip.open(part), {
    open(tag) {
      if (tag === 'si') text = '';
      // How it is pronounced (rPh) is no part of the text.
      if (tag === 't' || tag === 'rPh') within = tag === 't' && within === 'rPh' ? 'rPh' : tag;
    },
    text(piece) {
      if (within !== 't') return;
      text += piece;
      if (text.length > MAX_STRINGS) throw new SheetFault('sheet.tooMuch');
    },
    close(tag) {
      if (tag === 'rPh' || (tag === 't' && within === 't')) within = '';
      if (tag !== 'si') return;
      length += text.length;
      if (length > MAX_STRINGS) throw new SheetFault('sheet.tooMuch');
      strings.push(decodeOoxmlEscapes(text));
    },
  });
  return strings;
}

async function readStyles(zip: Zip, part: string): Promise<Style[]> {
  const formats = new Map<string, string>();
  const styles: Style[] = [];
  let inCells = false;
  await readXml(zip.open(part), {
    open(tag, { numFmtId = '', formatCode = '' }) {
      if (tag === 'numFmt') formats.set(numFmtId, formatCode);
      if (tag === 'cellXfs') inCells = true;
      if (tag === 'xf' && inCells) styles.push(styleOf(numFmtId, formats.get(numFmtId)));
    },
    close(tag) {
      if (tag === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

function styleOf(id: string, format: string | undefined): Style {
  if (format === undefined) return DATES.some(([from, to]) => +id >= from && +id <= to) ? 'date' : undefined;
  if (/^0{2,}$/.test(format)) return { zeros: format.length };
  return isDateFormat(format) ? 'date' : undefined;
}
