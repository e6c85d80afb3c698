import type { ProblemCode } from './problems.ts';

/** What a table file may hold; the sentences of the problems `sheet.*` say the same. */
export const MAX_SHEET_BYTES = 64 * 1024 * 1024;
export const MAX_SHEET_ROWS = 500_000;
export const MAX_SHEET_COLUMNS = 100;
/** Signs of a cell. */
export const MAX_CELL_LENGTH = 2_000;

/** As a file field says them. */
export const SHEET_LIMITS = 'CSV、XLSX 或 DBF，64 MB 以内，不超过 50 万行、100 列';
export const SHEET_ENDINGS = ['.csv', '.tsv', '.txt', '.xlsx', '.dbf'] as const;

export const SHEET_FORMATS = ['csv', 'xlsx', 'dbf'] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

/** What a table file can be refused for. */
export const SHEET_REFUSALS = [
  'sheet.wrongType',
  'sheet.legacy',
  'sheet.tooLarge',
  'sheet.empty',
  'sheet.unreadable',
  'sheet.tooManyRows',
  'sheet.tooManyColumns',
  'sheet.tooMuch',
  'sheet.cells',
] as const satisfies readonly ProblemCode[];
export type SheetRefusal = (typeof SHEET_REFUSALS)[number];

/** A, B … Z, AA: a column as a person finds it in the file; counted from 0. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? columnLetter(rest) : '') + String.fromCharCode(65 + (index % 26));
}
