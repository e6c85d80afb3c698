import { readCsv } from '#platform/sheets-csv';
import { looksLikeDbf, readDbf } from '#platform/sheets-dbf';
import { collectRows } from '#platform/sheets-rows';
import { SheetFault, type SheetJob, type Table } from '#platform/sheets-tasks';
import { readXlsx } from '#platform/sheets-xlsx';

/** Reads a table of any format, which its bytes tell; the name only helps where they leave it open. */
export async function readTable({ bytes, name }: SheetJob): Promise<Table> {
  const rows = collectRows();
  const begins = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 8)).toString('hex');
  if (begins.startsWith('504b0304')) {
    await readXlsx(bytes, rows);
    return { format: 'xlsx', ...rows.done() };
  }
  if (begins.startsWith('504b')) throw new SheetFault('sheet.empty');
  if (begins === 'd0cf11e0a1b11ae1') throw new SheetFault('sheet.legacy');
  if (begins.startsWith('25504446') || begins.startsWith('ffd8ff') || begins.startsWith('89504e47'))
    throw new SheetFault('sheet.wrongType');
  if (/\.dbf$/i.test(name) || looksLikeDbf(bytes)) {
    if (!looksLikeDbf(bytes)) throw new SheetFault('sheet.unreadable');
    const encoding = readDbf(bytes, rows);
    return { format: 'dbf', encoding, ...rows.done() };
  }
  const encoding = await readCsv(bytes, rows);
  return { format: 'csv', encoding, ...rows.done() };
}
