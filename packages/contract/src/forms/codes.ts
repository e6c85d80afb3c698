import type { CodeEntry, CodeTable, CodeTables } from '../codes/tables.ts';
import type { Answers, Field } from './fields.ts';
import { type Form, visibleFields } from './form.ts';

/** Tables whose entries the form's options, divisions and fixed values come from. */
export function tablesOf(of: Form): CodeTable[] {
  const fields = of.steps.flatMap((step) =>
    step.kind === 'fields' ? step.groups.flatMap((group) => Object.values(group.fields)) : [],
  );
  return [...new Set(fields.map(tableOf).filter((table) => table !== undefined))];
}

/**
 * Visible answers that name no entry of their table, with field path and sentence. What is empty or malformed
 * is the filing check's affair. A division must be one without others below it: a county, not its prefecture.
 */
export function codeFaults(
  of: Form,
  answers: Answers,
  tables: CodeTables,
): { path: string; message: string }[] {
  return Object.entries(visibleFields(of, answers)).flatMap(([path, field]) => {
    const table = tableOf(field);
    const value = answers[path];
    if (!table || typeof value !== 'string' || value === '') return [];
    const entries = tables[table] ?? [];
    const known = field.input === 'division' ? isLeaf(entries, value) : has(entries, value);
    return known ? [] : [{ path, message: `${field.label}的选项已更新，请重新选择` }];
  });
}

function tableOf(field: Field): CodeTable | undefined {
  if (field.input === 'division') return 'division';
  if (field.input === 'fixed') return field.table;
  if (field.input !== 'select' && field.input !== 'radio') return undefined;
  return typeof field.options === 'string' ? field.options : undefined;
}

const has = (entries: readonly CodeEntry[], code: string) => entries.some((entry) => entry.code === code);

const isLeaf = (entries: readonly CodeEntry[], code: string) =>
  has(entries, code) && !entries.some((entry) => entry.parent === code);
