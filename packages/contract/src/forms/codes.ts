import {
  CODE_TABLES,
  type CodeEntry,
  type CodeTable,
  type CodeTables,
  type OwnTable,
} from '../codes/tables.ts';
import type { Answers, Field } from './fields.ts';
import { type Form, fieldsOf, visibleFields } from './form.ts';

/** Tables whose entries the form's options, divisions and fixed values come from. */
export function tablesOf(of: Form): CodeTable[] {
  return namedTables(of).filter((table) => table in CODE_TABLES) as CodeTable[];
}

/** The same of the tables that are one person's. */
export function ownTablesOf(of: Form): OwnTable[] {
  return namedTables(of).filter((table) => !(table in CODE_TABLES)) as OwnTable[];
}

function namedTables(of: Form): (CodeTable | OwnTable)[] {
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
    if (field.input === 'files') return lostFiles(path, field, answers[path], tables.document ?? []);
    const table = tableOf(field);
    if (!table) return [];
    const entries = tables[table] ?? [];
    const values = field.input === 'checks' ? checkedOf(answers[path]) : [answers[path]];
    return values.flatMap((value) => {
      if (typeof value !== 'string' || value === '') return [];
      const fault = entryFault(field, entries, value);
      return fault ? [{ path, message: fault }] : [];
    });
  });
}

/** Files that are not in the person's store (any more). */
function lostFiles(path: string, { label }: Field, value: unknown, own: readonly CodeEntry[]) {
  const lost = checkedOf(value).filter((id) => !has(own, id));
  return lost.length ? [{ path, message: `${label}里有已删除的文件，请移除后重新上传` }] : [];
}

/** Ids of the documents that the answers name, whether the field is shown or not. */
export function documentsIn(of: Form, answers: Answers): string[] {
  const files = Object.entries(fieldsOf(of)).filter(([, { input }]) => input === 'files');
  return [...new Set(files.flatMap(([key]) => checkedOf(answers[key])))];
}

/** Values ticked in a list, with or without a note to each. */
export function checkedOf(answer: unknown): string[] {
  if (!Array.isArray(answer)) return [];
  return answer.flatMap((entry: unknown) => {
    const value = typeof entry === 'object' && entry !== null ? (entry as { value?: unknown }).value : entry;
    return typeof value === 'string' ? [value] : [];
  });
}

function entryFault(field: Field, entries: readonly CodeEntry[], value: string): string | undefined {
  const known = field.input === 'division' ? isLeaf(entries, value) : has(entries, value);
  if (!known) return `${field.label}的选项已更新，请重新选择`;
  const entry = entries.find(({ code }) => code === value);
  return entry?.unavailable && field.input === 'checks' ? `${entry.name}：${entry.unavailable}` : undefined;
}

function tableOf(field: Field): CodeTable | OwnTable | undefined {
  if (field.input === 'division') return 'division';
  if (field.input === 'fixed') return field.table;
  if (field.input !== 'select' && field.input !== 'radio' && field.input !== 'checks') return undefined;
  return typeof field.options === 'string' ? field.options : undefined;
}

const has = (entries: readonly CodeEntry[], code: string) => entries.some((entry) => entry.code === code);

const isLeaf = (entries: readonly CodeEntry[], code: string) =>
  has(entries, code) && !entries.some((entry) => entry.parent === code);
