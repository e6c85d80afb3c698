import { columnLetter, MAX_CELL_LENGTH, MAX_SHEET_COLUMNS, MAX_SHEET_ROWS } from '@zikao/contract/sheets';
import { type CellFault, SheetFault, type Table } from '#platform/sheets-tasks';

/** Of all rows together, as UTF-8: what one import may hold in memory. */
const MAX_TEXT_BYTES = 96 * 1024 * 1024;
/** More would not be read by anybody; the file is given up there. */
const MAX_FAULTS = 50;
const PIECE = 1_000_000;
// Control signs have no place in a table, and the database takes neither NUL nor half a surrogate pair.
const UNUSABLE = /[^\P{Cc}\t\n\r]|\p{Cs}/u;
const UNDECODED = '\uFFFD';

/** What a cell is instead of a text, e.g. a formula: by its column, counted from 0. */
export type Wrong = ReadonlyMap<number, string>;
const NOTHING_WRONG: Wrong = new Map();
interface Line {
  no: number;
  cells: string[];
  wrong: Wrong;
}
/** What stands above a table: its name, the unit, the date. */
const MOST_TITLES = 5;

/**
 * Takes rows as the formats give them: finds the line with the column names (titles above it are passed over), leaves
 * out empty rows, and refuses what is too much or no text.
 */
export function collectRows() {
  let columns: string[] | undefined;
  /** Lines of one cell so far: titles above the table, or a table of one column. */
  let narrow: Line[] = [];
  let count = 0;
  let bytes = 0;
  let waiting: string[] = [];
  let waitingLength = 0;
  const pieces: Buffer[] = [];
  const faults: CellFault[] = [];

  function add(no: number, raw: readonly string[], wrong = NOTHING_WRONG): void {
    const cells = raw.map((cell) => cell.trim());
    while (cells.length > 0 && cells.at(-1) === '') cells.pop();
    if (cells.length === 0 && wrong.size === 0) return;
    if (cells.length > MAX_SHEET_COLUMNS)
      throw new SheetFault('sheet.tooManyColumns', { detail: `第 ${no} 行有 ${cells.length} 列。` });
    if (columns) return addData(no, cells, wrong);
    if (filled(cells) > 1) return setColumns(no, cells, wrong);
    narrow.push({ no, cells, wrong });
    if (narrow.length > MOST_TITLES) beginNarrow();
  }

  function beginNarrow(): void {
    const [first, ...rest] = narrow;
    narrow = [];
    if (!first) return;
    setColumns(first.no, first.cells, first.wrong);
    for (const { no, cells, wrong } of rest) addData(no, cells, wrong);
  }

  function setColumns(no: number, cells: string[], wrong: Wrong): void {
    columns = cells.map((cell) => cell.replace(/\s+/g, ' '));
    check(no, cells, wrong);
  }

  function addData(no: number, cells: string[], wrong: Wrong): void {
    if (++count > MAX_SHEET_ROWS) throw new SheetFault('sheet.tooManyRows');
    check(no, cells, wrong);
    const beyond = cells.findIndex((cell, at) => cell !== '' && at >= columns!.length);
    if (beyond !== -1) fault(no, beyond, '超出了表头的列，请核对这一行是否错位');
    while (cells.length < columns!.length) cells.push('');
    if (faults.length === 0) keep(JSON.stringify([no, ...cells]));
  }

  function check(no: number, cells: readonly string[], wrong: Wrong): void {
    for (const [at, message] of wrong) fault(no, at, message);
    for (const [at, cell] of cells.entries()) {
      if (cell.length > MAX_CELL_LENGTH) fault(no, at, `内容超过 ${MAX_CELL_LENGTH} 个字`);
      else if (cell.includes(UNDECODED))
        fault(no, at, '有无法识别的文字，请另存为 UTF-8 或 GBK 编码，核对后再选择');
      else if (UNUSABLE.test(cell)) fault(no, at, '有不能使用的控制字符，请删去');
    }
  }

  function fault(no: number, at: number, message: string): void {
    const letter = columnLetter(at);
    const name = columns?.[at];
    faults.push({
      path: `${no}.${letter}`,
      message: `第 ${no} 行 ${letter} 列${name ? `（${name}）` : ''}：${message}`,
    });
    if (faults.length >= MAX_FAULTS) refuse();
  }

  function refuse(): never {
    const more = faults.length >= MAX_FAULTS;
    throw new SheetFault('sheet.cells', {
      ...(more && { detail: `问题较多，先列出 ${MAX_FAULTS} 处。` }),
      errors: faults,
    });
  }

  function keep(line: string): void {
    waiting.push(line);
    waitingLength += line.length;
    if (waitingLength > PIECE) flush();
  }

  function flush(): void {
    const piece = Buffer.from(waiting.map((line) => `${line}\n`).join(''));
    bytes += piece.length;
    if (bytes > MAX_TEXT_BYTES) throw new SheetFault('sheet.tooMuch');
    pieces.push(piece);
    waiting = [];
    waitingLength = 0;
  }

  return {
    add,
    /** The table; refused when it has no rows or something is wrong in a cell. */
    done(): Omit<Table, 'format' | 'encoding'> {
      if (!columns) beginNarrow();
      if (faults.length > 0) refuse();
      if (!columns || count === 0) throw new SheetFault('sheet.empty');
      flush();
      return { columns, count, lines: Buffer.concat(pieces) };
    },
  };
}
export type Rows = ReturnType<typeof collectRows>;

const filled = (cells: readonly string[]) => cells.filter((cell) => cell !== '').length;
