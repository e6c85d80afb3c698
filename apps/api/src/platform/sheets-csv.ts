import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { decode, detectEncoding, type Encoding } from '#platform/sheets-encoding';
import type { Rows } from '#platform/sheets-rows';
import { SheetFault } from '#platform/sheets-tasks';

const SEPARATORS = [',', '\t', ';', '|'];
/** Signs of one row: a quotation mark that is never closed swallows the rest of the file. */
const MAX_ROW = 100_000;

/** Values separated by commas, tabs, semicolons or bars. A row is numbered as a spreadsheet numbers it. */
export async function readCsv(bytes: Uint8Array, rows: Rows): Promise<Encoding> {
  const { encoding, start } = detectEncoding(bytes);
  const text = bytes.subarray(start);
  const parser = parse({
    delimiter: separatorOf(text, encoding),
    relax_column_count: true,
    max_record_size: MAX_ROW,
  });
  const source = Readable.from(decode(text, encoding));
  source.on('error', (error) => parser.destroy(error));
  let no = 0;
  try {
    for await (const cells of source.pipe(parser)) rows.add((no += 1), cells as string[]);
  } catch (error) {
    throw error instanceof CsvError ? brokenRow(error) : error;
  } finally {
    source.destroy();
  }
  return encoding;
}

// The one that the first line with any has most of, outside of quotation marks; a title above has none.
function separatorOf(text: Uint8Array, encoding: Encoding): string {
  const [head = ''] = decode(text.subarray(0, 16_384), encoding);
  const lines = head.replace(/"[^"]*"/g, '').split(/[\r\n]+/);
  const line = lines.find((one) => SEPARATORS.some((separator) => one.includes(separator))) ?? '';
  const count = (separator: string) => line.split(separator).length;
  return SEPARATORS.reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}

function brokenRow(error: CsvError): SheetFault {
  const no = Number(error.records ?? 0) + 1;
  const at = typeof error.column === 'number' ? error.column : 0;
  const column = `第 ${at + 1} 列`;
  const what =
    error.code === 'CSV_MAX_RECORD_SIZE' || error.code === 'CSV_QUOTE_NOT_CLOSED'
      ? '有引号没有配对，从这里起无法分行'
      : '引号的位置不对，引号内的引号要写两个';
  return new SheetFault('sheet.cells', {
    errors: [{ path: `${no}.${at + 1}`, message: `第 ${no} 行${column}：${what}` }],
  });
}
