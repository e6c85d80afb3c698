import { type ImportDefinition, MAX_IMPORT_ROWS } from '@zikao/contract/imports';
import type { Ctx } from '#platform/context';
import { Problem } from '#platform/problem';
import type { SheetRow } from '#platform/sheets';

/** Something wrong: in which row of the file, in which column; neither when it is about the whole. */
export interface Fault {
  no?: number;
  title?: string;
  message: string;
}
/** A row of the file, every cell as the definition makes it. */
export interface Filed<Row> {
  no: number;
  key: string;
  row: Row;
}
export interface Read<Row> {
  /** Rows of the file, also those with faults. */
  count: number;
  encoding?: string;
  /** Columns of the file that the definition does not know. */
  ignored: string[];
  /** Fields that the file has. */
  fields: string[];
  filed: Filed<Row>[];
  faults: Fault[];
}

/** Reads a file by a definition: columns by their titles, every cell checked, no key twice. Throws 'sheet.*'. */
export async function readRows<Row extends object>(
  { sheets }: Pick<Ctx, 'sheets'>,
  definition: ImportDefinition,
  { bytes, name }: { bytes: Uint8Array; name: string },
): Promise<Read<Row>> {
  const { columns, count, encoding, rows } = await sheets.read(bytes, { name });
  if (count > MAX_IMPORT_ROWS) throw new Problem('import.tooManyRows');
  const { places, ignored, faults } = mapColumns(definition, columns);
  const read = { count, ...(encoding && { encoding }), ignored, fields: [...places.keys()] };
  if (faults.length > 0) return { ...read, filed: [], faults };
  const filed: Filed<Row>[] = [];
  const seen = new Map<string, number>();
  for await (const batch of rows)
    for (const line of batch) {
      const { row, wrong } = parseRow(definition, places, line);
      const key = keyOf(definition, row);
      const first = seen.get(key);
      if (wrong.length > 0) faults.push(...wrong);
      else if (first !== undefined) faults.push({ no: line.no, message: `与第 ${first} 行重复` });
      else filed.push({ no: line.no, key, row: row as Row });
      seen.set(key, first ?? line.no);
    }
  return { ...read, filed, faults };
}

/** What tells a row from the others, as shown. */
export const keyOf = ({ key, columns }: ImportDefinition, row: object): string =>
  key.map((field) => columns[field]!.show((row as Record<string, unknown>)[field])).join(' ');

// Titles as people type them: with blanks, with the brackets of either keyboard.
const plain = (title: string) =>
  title
    .replace(/\s/g, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replace(/[*＊]$/, '')
    .toLowerCase();

function mapColumns(definition: ImportDefinition, titles: readonly string[]) {
  const places = new Map<string, number>();
  const used = new Set<number>();
  const faults: Fault[] = [];
  for (const [field, { title, also = [], required }] of Object.entries(definition.columns)) {
    const names = [title, ...also, field].map(plain);
    const at = titles.flatMap((one, index) => (names.includes(plain(one)) ? [index] : []));
    for (const index of at) used.add(index);
    if (at.length > 1) faults.push({ title, message: '有不止一列，请只保留一列' });
    else if (at.length === 1) places.set(field, at[0]!);
    else if (required) faults.push({ title, message: '缺少这一列，列名请与导入样式一致' });
  }
  return { places, faults, ignored: titles.filter((title, at) => title !== '' && !used.has(at)) };
}

function parseRow(
  definition: ImportDefinition,
  places: ReadonlyMap<string, number>,
  { no, cells }: SheetRow,
) {
  const wrong: Fault[] = [];
  const row: Record<string, unknown> = {};
  for (const [field, { title, schema }] of Object.entries(definition.columns)) {
    const at = places.get(field);
    const result = schema.safeParse(at === undefined ? '' : cells[at]);
    if (result.success) row[field] = result.data;
    // A column that the file lacks leaves new rows without it, or keeps what there is.
    else if (at !== undefined)
      wrong.push({ no, title, message: said(result.error.issues[0]!.message, cells[at]!) });
  }
  return { row, wrong };
}

const said = (message: string, text: string) => (text === '' ? message : `“${text.slice(0, 30)}”${message}`);
