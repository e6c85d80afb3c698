import { crc32 } from 'node:zlib';
import type { ImportDefinition } from '@zikao/contract/imports';
import type { TableRow } from '@zikao/contract/table-rows';
import { type Signed, transaction } from '#platform/context';
import type { Changes, Fault, ImportTarget } from '#platform/imports';
import { keyOf } from '#platform/imports-rows';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';

type Texts = Readonly<Record<string, string>>;

/** The rows of an importable table that have the text in some column, page by page. */
export async function listRows<Row extends object>(
  ctx: Signed,
  target: ImportTarget<Row>,
  { search = '', cursor, limit }: { search?: string; cursor?: string; limit: number },
): Promise<{ items: TableRow[]; next?: string; total: number }> {
  const rows = (await target.current(ctx)).map((row) => shown(target.definition, row));
  const words = search.split(/\s+/).filter(Boolean);
  const found = rows.filter(({ cells }) => {
    const text = Object.values(cells).join(' ');
    return words.every((word) => text.includes(word));
  });
  const after = cursor === undefined ? undefined : Buffer.from(cursor, 'base64url').toString();
  const from = after === undefined ? 0 : found.findIndex(({ key }) => key === after) + 1;
  if (after !== undefined && from === 0) throw new Problem('request.malformed');
  const items = found.slice(from, from + limit);
  const more = from + limit < found.length;
  return {
    items,
    total: found.length,
    ...(more && { next: Buffer.from(items.at(-1)!.key).toString('base64url') }),
  };
}

export async function getRow<Row extends object>(
  ctx: Signed,
  target: ImportTarget<Row>,
  key: string,
): Promise<TableRow> {
  return shown(target.definition, (await find(ctx, target, key)).row);
}

/** One row more, under the checks of an import. */
export function createRow<Row extends object>(
  ctx: Signed,
  target: ImportTarget<Row>,
  cells: Texts,
): Promise<TableRow> {
  const row = parse<Row>(target.definition, cells, Object.keys(target.definition.columns));
  const key = keyOf(target.definition, row);
  return locked(ctx, target, async (ctx) => {
    const there = (await target.current(ctx)).some((one) => keyOf(target.definition, one) === key);
    if (there) throw new Problem('row.exists');
    return { key, why: '新增', changes: { ...NOTHING, added: [{ no: 0, key, row }] } };
  });
}

/** Changes what is given of a row, as last seen, under the checks of an import. Its key stays. */
export function saveRow<Row extends object>(
  ctx: Signed,
  target: ImportTarget<Row>,
  key: string,
  cells: Texts,
): Promise<TableRow> {
  const { definition } = target;
  const fields = Object.keys(cells).filter((field) => !definition.key.includes(field));
  const given = parse<Row>(definition, cells, fields);
  return locked(ctx, target, async (ctx) => {
    const { row: before, version } = await find(ctx, target, key);
    if (version !== ctx.ifMatch) throw new Problem('request.stale');
    const after = { ...before, ...given };
    return {
      key,
      why: difference(definition, before, after),
      changes: { ...NOTHING, changed: [{ no: 0, key, before, after }] },
    };
  });
}

/** Takes a row away, as last seen, unless it is needed. */
export async function removeRow<Row extends object>(
  ctx: Signed,
  target: ImportTarget<Row>,
  key: string,
): Promise<void> {
  await locked(ctx, target, async (ctx) => {
    const { row, version } = await find(ctx, target, key);
    if (version !== ctx.ifMatch) throw new Problem('request.stale');
    return { key, why: '删除', changes: { ...NOTHING, removed: [{ key, row }] } };
  });
}

const NOTHING = { added: [], changed: [], removed: [], same: 0 };

async function locked<Row extends object>(
  ctx: Signed,
  target: ImportTarget<Row>,
  plan: (ctx: Signed) => Promise<{ key: string; why: string; changes: Changes<Row> }>,
): Promise<TableRow> {
  return transaction(ctx, async (ctx) => {
    await target.lock(ctx);
    const { key, why, changes } = await plan(ctx);
    const { added, changed, removed } = changes;
    const filed = [...added, ...changed.map(({ no, after }) => ({ no, key, row: after }))];
    const faults = await target.check(ctx, changes, filed);
    if (faults.length > 0) throw refusal(target.definition, faults);
    await target.write(ctx, changes);
    await trace(ctx, { subject: `${target.definition.title}:${key}`, why });
    return removed.length ? { key, version: 0, cells: {} } : getRow(ctx, target, key);
  });
}

async function find<Row extends object>(ctx: Signed, target: ImportTarget<Row>, key: string) {
  const row = (await target.current(ctx)).find((one) => keyOf(target.definition, one) === key);
  if (!row) throw new Problem('notFound');
  return { row, version: shown(target.definition, row).version };
}

// Its version is its content: whoever saw the same may change it.
function shown<Row extends object>(definition: ImportDefinition, row: Row): TableRow {
  const cells = Object.fromEntries(
    Object.entries(definition.columns).map(([field, { show }]) => [
      field,
      show((row as Record<string, unknown>)[field]),
    ]),
  );
  return { key: keyOf(definition, row), version: crc32(JSON.stringify(cells)) % 1_000_000_000, cells };
}

function parse<Row>(definition: ImportDefinition, cells: Texts, fields: readonly string[]): Row {
  const errors: { path: string; message: string }[] = [];
  const row: Record<string, unknown> = {};
  for (const field of fields) {
    const result = definition.columns[field]?.schema.safeParse((cells[field] ?? '').trim());
    if (result?.success) row[field] = result.data;
    else errors.push({ path: field, message: result ? result.error.issues[0]!.message : '没有这一列' });
  }
  if (errors.length > 0) throw new Problem('request.invalid', { errors });
  return row as Row;
}

function refusal({ columns }: ImportDefinition, faults: readonly Fault[]): Problem {
  const fieldOf = (title: string) =>
    Object.entries(columns).find(([, column]) => column.title === title)?.[0];
  const errors = faults.map(({ title, message }) => ({ path: (title && fieldOf(title)) ?? '', message }));
  return new Problem('row.refused', { errors });
}

/** 学分：2 改为 3; what stayed is not named. */
function difference<Row extends object>(definition: ImportDefinition, before: Row, after: Row): string {
  const [old, now] = [shown(definition, before).cells, shown(definition, after).cells];
  return Object.entries(definition.columns)
    .filter(([field]) => old[field] !== now[field])
    .map(([field, { title }]) => `${title}：${old[field] || '空'} 改为 ${now[field] || '空'}`)
    .join('；')
    .slice(0, 1_000);
}
