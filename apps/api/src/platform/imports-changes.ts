import type { Difference, ImportColumn, ImportDefinition } from '@zikao/contract/imports';
import { type Filed, keyOf } from '#platform/imports-rows';

export interface Change<Row> {
  no: number;
  key: string;
  before: Row;
  after: Row;
}
export interface Changes<Row> {
  added: Filed<Row>[];
  changed: Change<Row>[];
  removed: { key: string; row: Row }[];
  /** How many rows of the file are as they were. */
  same: number;
}

/** Compares a file with what there is. `fields`: those the file has; the others stay as they are. */
export function changesOf<Row extends object>(
  definition: ImportDefinition,
  current: readonly Row[],
  filed: readonly Filed<Row>[],
  { fields, removal }: { fields: readonly string[]; removal: 'keep' | 'remove' },
): Changes<Row> {
  const old = new Map(current.map((row) => [keyOf(definition, row), row]));
  const changes: Changes<Row> = { added: [], changed: [], removed: [], same: 0 };
  for (const { no, key, row } of filed) {
    const before = old.get(key);
    if (before === undefined) {
      changes.added.push({ no, key, row });
      continue;
    }
    old.delete(key);
    const after = { ...before, ...pick(row, fields) };
    if (cellsOf(definition, before, after).length > 0) changes.changed.push({ no, key, before, after });
    else changes.same += 1;
  }
  if (removal === 'remove') changes.removed = [...old].map(([key, row]) => ({ key, row }));
  return changes;
}

/** The first `most` of them, as a person compares them: removed and changed ones before those that are new. */
export function shownDifferences<Row extends object>(
  definition: ImportDefinition,
  { added, changed, removed }: Changes<Row>,
  most: number,
): Difference[] {
  return [
    ...removed.slice(0, most).map(({ key, row }) => ({
      kind: 'removed' as const,
      name: key,
      cells: cellsOf(definition, row, undefined),
    })),
    ...changed.slice(0, most).map(({ no, key, before, after }) => ({
      kind: 'changed' as const,
      no,
      name: key,
      cells: cellsOf(definition, before, after),
    })),
    ...added.slice(0, most).map(({ no, key, row }) => ({
      kind: 'added' as const,
      no,
      name: key,
      cells: cellsOf(definition, undefined, row),
    })),
  ].slice(0, most);
}

function cellsOf<Row extends object>(
  { columns }: ImportDefinition,
  before: Row | undefined,
  after: Row | undefined,
): Difference['cells'] {
  return Object.entries(columns).flatMap(([field, column]) => {
    const [was, is] = [shown(column, before, field), shown(column, after, field)];
    if (was === is || (!was && !is)) return [];
    return [{ title: column.title, ...(was && { before: was }), ...(is && { after: is }) }];
  });
}

function shown(column: ImportColumn, row: object | undefined, field: string): string | undefined {
  const value = (row as Record<string, unknown> | undefined)?.[field];
  return value === undefined ? undefined : column.show(value);
}

const pick = <Row extends object>(row: Row, fields: readonly string[]): Partial<Row> =>
  Object.fromEntries(Object.entries(row).filter(([field]) => fields.includes(field))) as Partial<Row>;
