import { sql } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import { faultText, type Mapping, ROW_FAULTS, type RowFault } from '@zikao/contract/score-imports';
import type { FaultyRow, listScoreFaults as contract } from '@zikao/contract/score-office';
import type { Signed } from '#platform/context';
import { type BatchRow, getBatch } from './find-batch.ts';
import { readRowPlace, writePlace } from './row-cursor.ts';
import { scoreRows } from './tables.ts';

/** The rows of a batch that cannot be taken as they are, in the order of the file. */
export async function listFaults(
  ctx: Signed,
  { params: { batch: id }, query: { cursor, limit, code } }: Parsed<typeof contract>,
): Promise<Given<typeof contract>> {
  const batch = await getBatch(ctx, id);
  const rows = await faultyRows(ctx, batch, { after: readRowPlace(cursor), limit: limit + 1, code });
  const items = rows.slice(0, limit);
  return { items, ...(rows.length > limit && { next: writePlace(items.at(-1)!.row) }) };
}

/** All of them, for a file. */
export async function* eachFault(ctx: Signed, batch: BatchRow): AsyncGenerator<FaultyRow> {
  for (let after = 0; ;) {
    const rows = await faultyRows(ctx, batch, { after, limit: 2_000 });
    yield* rows;
    if (rows.length < 2_000) return;
    after = rows.at(-1)!.row;
  }
}

interface Wanted {
  after: number;
  limit: number;
  code?: RowFault['code'] | undefined;
}

async function faultyRows(
  ctx: Signed,
  batch: BatchRow,
  { after, limit, code }: Wanted,
): Promise<FaultyRow[]> {
  const only = code ? sql`and faults @> ${JSON.stringify([{ code }])}::jsonb` : sql``;
  const { rows } = await ctx.db.execute<Raw>(sql`
    select no, admission_number, name, course, value, faults from ${scoreRows}
    where batch = ${batch.id} and faults <> '[]' and no > ${after} ${only} order by no limit ${limit}`);
  return rows.map(({ no, admission_number, name, course, value, faults }) => ({
    row: no,
    number: admission_number,
    ...(name && { name }),
    course,
    value,
    faults: faults.map((fault) => ({
      ...fault,
      column: columnOf(batch, fault),
      text: faultText(fault),
    })),
  }));
}

interface Raw extends Record<string, unknown> {
  no: number;
  admission_number: string;
  name: string | null;
  course: string;
  value: string;
  faults: RowFault[];
}

/** The name the column has in the file; a course that is the whole file's has none. */
function columnOf({ columns, mapping }: BatchRow, { code }: RowFault): string {
  const at = mapping?.[ROW_FAULTS[code].column as Exclude<keyof Mapping, 'marks' | 'oneCourse'>];
  return at === undefined ? '' : (columns[at] ?? '');
}
