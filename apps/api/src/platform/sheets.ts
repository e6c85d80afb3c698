import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { MAX_SHEET_BYTES, type SheetFormat, type SheetRefusal } from '@zikao/contract/sheets';
import { openPool, type PoolFailure, type Reason } from '#platform/pool';
import { Problem } from '#platform/problem';
import type { Refused, SheetJob, SheetRow, Table } from '#platform/sheets-tasks';

export type { SheetRow } from '#platform/sheets-tasks';

/** A table as it was read. Every cell is a text without blanks around it; `no`: its row as the person sees it. */
export interface Sheet {
  format: SheetFormat;
  encoding?: string;
  columns: string[];
  /** How many rows there are below the line with the columns; empty ones do not count. */
  count: number;
  /** In batches of up to 1,000, every row as wide as `columns`; may be gone through more than once. */
  rows: AsyncIterable<SheetRow[]>;
}

/**
 * Everything that opens tables of other people. Throws 'sheet.*' for what is no CSV, XLSX or DBF table that can be read
 * to its end, with row and column where it is a matter of cells, and 'overloaded' when too many wait.
 */
export interface Sheets {
  read(bytes: Uint8Array, file: { name: string }): Promise<Sheet>;
  pids(): number[];
  close(): Promise<void>;
}

const BATCH = 1_000;

/** A worker process for tables, started when first needed; one table may take two minutes and 900 MB. */
export function openSheets(options: { timeoutMs?: number; maxRssMb?: number; queue?: number } = {}): Sheets {
  const pool = openPool<SheetJob, Table | Refused>({
    entry: join(import.meta.dirname, 'sheet-worker.ts'),
    workers: 1,
    queue: 8,
    timeoutMs: 120_000,
    maxRssMb: 900,
    ...options,
  });
  return {
    async read(bytes, { name }) {
      if (bytes.length === 0) throw new Problem('sheet.empty');
      if (bytes.length > MAX_SHEET_BYTES) throw new Problem('sheet.tooLarge');
      const table = await pool.run({ bytes, name }).catch(refuse);
      if ('refused' in table) {
        const { refused, ...extra } = table;
        throw new Problem(refused, extra);
      }
      const { lines, ...rest } = table;
      return { ...rest, rows: { [Symbol.asyncIterator]: () => batches(lines) } };
    },
    pids: pool.pids,
    close: pool.close,
  };
}

// Others are served between two batches: a table of a whole province takes a second to go through.
async function* batches(lines: Uint8Array): AsyncGenerator<SheetRow[]> {
  const bytes = Buffer.from(lines.buffer, lines.byteOffset, lines.byteLength);
  let batch: SheetRow[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(0x0a, at);
    const [no, ...cells] = JSON.parse(bytes.toString('utf8', at, end)) as [number, ...string[]];
    batch.push({ no, cells });
    at = end + 1;
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
    await setImmediate();
  }
  if (batch.length > 0) yield batch;
}

const PROBLEMS: Record<Reason, (fault: SheetRefusal) => Problem> = {
  busy: () => new Problem('overloaded'),
  noStart: () => new Problem('unexpected'),
  late: () => new Problem('sheet.tooMuch'),
  overMemory: () => new Problem('sheet.tooMuch'),
  died: () => new Problem('sheet.unreadable'),
  fault: (fault) => new Problem(fault),
};

function refuse({ why, fault }: PoolFailure): never {
  throw PROBLEMS[why](fault as SheetRefusal);
}
