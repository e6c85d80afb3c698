import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { type ImportDefinition, type ImportPreview, MAX_SHOWN } from '@zikao/contract/imports';
import { type Signed, transaction } from '#platform/context';
import { changesOf, type Changes, shownDifferences } from '#platform/imports-changes';
import { type Fault, type Filed, readRows } from '#platform/imports-rows';
import { Problem } from '#platform/problem';
import { writeSheet } from '#platform/sheets-write';
import { trace } from '#platform/trace';

export type { Change, Changes } from '#platform/imports-changes';
export type { Fault, Filed } from '#platform/imports-rows';

/** What a table that can be imported brings: its definition is in the contract, the rest is said here. */
export interface ImportTarget<Row extends object = object> {
  definition: ImportDefinition;
  /** In a transaction: from here to its end nobody else changes the table. */
  lock(ctx: Signed): Promise<void>;
  /** All rows there are now, in display order. */
  current(ctx: Signed): Promise<Row[]>;
  /** What no single cell shows: rows that do not fit each other or the rest, or must not be removed. */
  check(ctx: Signed, changes: Changes<Row>, filed: readonly Filed<Row>[]): Promise<Fault[]>;
  /** After the check, in the same transaction. */
  write(ctx: Signed, changes: Changes<Row>): Promise<void>;
}

interface Upload {
  bytes: Uint8Array;
  name: string;
  /** Whether rows that the file lacks are removed. */
  removal: 'keep' | 'remove';
}

/** What an upload would add, change and remove, and what is wrong with it; nothing is written. */
export async function previewImport<Row extends object>(
  ctx: Signed,
  target: ImportTarget<Row>,
  upload: Upload,
): Promise<ImportPreview> {
  const read = await readRows<Row>(ctx, target.definition, upload);
  const { changes, faults, basis } = await judge(ctx, target, read, upload);
  return {
    rows: read.count,
    ...(read.encoding && { encoding: read.encoding }),
    ignored: read.ignored,
    counts: countsOf(changes),
    differences: shownDifferences(target.definition, changes, MAX_SHOWN),
    faults: faults.slice(0, MAX_SHOWN),
    faultCount: faults.length,
    ...(faults.length === 0 && { basis }),
  };
}

/** Writes all of it or nothing. `basis` as previewed: anything that is different by now is refused. */
export async function applyImport<Row extends object>(
  ctx: Signed,
  target: ImportTarget<Row>,
  upload: Upload & { basis: string },
): Promise<Pick<ImportPreview, 'counts'>> {
  const read = await readRows<Row>(ctx, target.definition, upload);
  return transaction(ctx, async (ctx) => {
    await target.lock(ctx);
    const { changes, faults, basis } = await judge(ctx, target, read, upload);
    if (basis !== upload.basis) throw new Problem('import.stale');
    if (faults.length > 0) throw new Problem('import.faults', { errors: faults.slice(0, 50).map(errorOf) });
    await target.write(ctx, changes);
    const counts = countsOf(changes);
    const { added, changed, removed } = counts;
    const why = `${upload.name.slice(-100)}：新增 ${added}，修改 ${changed}，删除 ${removed}`;
    await trace(ctx, { subject: `import:${target.definition.title}`, why });
    return { counts };
  });
}

/** The file to fill in: titles with an example, or with what there is now, to be changed and imported again. */
export async function importTemplate<Row extends object>(
  ctx: Signed,
  { definition, current }: Pick<ImportTarget<Row>, 'definition' | 'current'>,
  { format, with: content }: { format: 'csv' | 'xlsx'; with: 'example' | 'rows' },
): Promise<Buffer<ArrayBuffer>> {
  const columns = Object.entries(definition.columns);
  const rows =
    content === 'example'
      ? [columns.map(([, { example }]) => example)]
      : (await current(ctx)).map((row) =>
          columns.map(([field, { show }]) => show((row as Record<string, unknown>)[field])),
        );
  const titles = columns.map(([, { title }]) => ({ title }));
  return Buffer.from(await buffer(writeSheet(format, titles, rows)));
}

async function judge<Row extends object>(
  ctx: Signed,
  target: ImportTarget<Row>,
  { filed, faults: cells, fields }: Awaited<ReturnType<typeof readRows<Row>>>,
  { bytes, removal }: Upload,
) {
  const current = await target.current(ctx);
  const changes = changesOf(target.definition, current, filed, { fields, removal });
  // Rows with faults are not among those filed: what else they would mean is not looked at until they are mended.
  const faults = cells.length > 0 ? cells : await target.check(ctx, changes, filed);
  const basis = createHash('sha256')
    .update(bytes)
    .update(removal)
    .update(JSON.stringify(current))
    .digest('hex');
  return { changes, faults, basis };
}

const countsOf = ({ added, changed, removed, same }: Changes<unknown>) => ({
  added: added.length,
  changed: changed.length,
  removed: removed.length,
  same,
});

function errorOf({ no, title, message }: Fault) {
  const row = no === undefined ? '' : `第 ${no} 行`;
  const column = title === undefined ? '' : `“${title}”`;
  return {
    path: [no, title].filter((part) => part !== undefined).join('.'),
    message: [`${row}${column}`, message].filter(Boolean).join('：'),
  };
}
