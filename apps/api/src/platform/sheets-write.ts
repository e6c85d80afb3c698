import { Readable } from 'node:stream';
import { writeXlsxStream } from 'hucre';

export interface SheetColumn {
  title: string;
}

/**
 * A table as a file, row by row as the reader takes it. Every cell stays the text it is: numbers of persons keep all
 * their digits and leading zeros, and nothing is ever taken for a formula.
 */
export function writeSheet(
  format: 'csv' | 'xlsx',
  columns: readonly SheetColumn[],
  rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
): Readable {
  const titles = columns.map(({ title }) => title);
  if (format === 'csv') return Readable.from(csvPieces(titles, rows), { objectMode: false });
  return Readable.from(
    writeXlsxStream(xlsxRows(rows), {
      name: '表',
      columns: titles.map((title, at) => ({ header: clean(title), key: String(at), width: widthOf(title) })),
      freezePane: { rows: 1 },
    }),
    { objectMode: false },
  );
}

const PIECE = 64 * 1024;

async function* csvPieces(
  titles: readonly string[],
  rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
): AsyncGenerator<Buffer> {
  // The mark tells spreadsheets that it is UTF-8.
  let waiting = `\uFEFF${csvLine(titles)}`;
  for await (const row of rows) {
    waiting += csvLine(row);
    if (waiting.length < PIECE) continue;
    yield Buffer.from(waiting);
    waiting = '';
  }
  yield Buffer.from(waiting);
}

const csvLine = (cells: readonly string[]) => `${cells.map(csvCell).join(',')}\r\n`;

function csvCell(text: string): string {
  const safe = harmless(clean(text));
  return /[",\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

// A spreadsheet turns 630102199001011234 into 6.30102E+17 and 010122100004 into 10122100004, unless a tab stands before
// them; our own reader takes it off again. What begins like a formula gets a quotation mark: it is shown, never worked out.
function harmless(text: string): string {
  if (/^\d{12,}$|^0\d+$/.test(text)) return `\t${text}`;
  if (/^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text)) return `'${text}`;
  return text;
}

async function* xlsxRows(rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>) {
  for await (const row of rows) yield row.map(clean);
}

// XML holds no control signs.
const clean = (text: string) => text.replace(/[^\P{Cc}\t\n\r]|\p{Cs}/gu, '');

const widthOf = (title: string) => Math.max(10, Math.min(40, title.length * 2 + 4));
