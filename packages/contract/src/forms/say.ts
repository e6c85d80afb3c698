import type { CodeTable, CodeTables } from '../codes/tables.ts';
import type { Choices, Field } from './fields.ts';

/** An answer as a person reads it. */
export interface Said {
  text: string;
  files?: { id: string; name: string }[];
  lines?: string[][];
}

/** One answer in words; what is not answered is the caller's affair. */
export function sayField(field: Field, value: unknown, tables: CodeTables): Said {
  switch (field.input) {
    case 'division':
      return { text: divisionName(String(value), tables) };
    case 'select':
    case 'radio':
      return { text: optionName(field.options, value, tables) };
    case 'fixed':
    case 'date':
      return { text: fixedText(field.input === 'date' ? { date: true } : field, value, tables) };
    case 'courses':
      return { text: courseLines(value, tables) };
    case 'checks':
      return { text: checkLines(field, value, tables) };
    case 'files':
      return fileRow(value, tables);
    case 'rows':
      return rowLines(field, value as Record<string, string>[]);
    default:
      return { text: String(value) };
  }
}

/** A value from the account in words: the name of a code, `1998 年 3 月 12 日`, or itself. */
export function fixedText(
  { table, date }: { table?: CodeTable; date?: true },
  value: unknown,
  tables: CodeTables,
): string {
  const text = typeof value === 'string' ? value : '';
  if (date && text) {
    const [year, month, day] = text.split('-').map(Number);
    return `${year} 年 ${month} 月 ${day} 日`;
  }
  return (table && tables[table]?.find(({ code }) => code === text)?.name) ?? text;
}

/** 青海省 西宁市 城东区: the names down to the chosen one. */
export function divisionName(code: string, tables: CodeTables): string {
  const names: string[] = [];
  for (let at = tables.division?.find((entry) => entry.code === code); at;) {
    names.unshift(at.name);
    const { parent } = at;
    at = parent ? tables.division?.find((entry) => entry.code === parent) : undefined;
  }
  return names.join('') || code;
}

/** One line per course: slot, code and name. */
function courseLines(value: unknown, tables: CodeTables): string {
  const name = (table: 'slot' | 'course', code: string) =>
    tables[table]?.find((entry) => entry.code === code)?.name;
  return (value as { slot: string; course: string }[])
    .toSorted((a, b) => a.slot.localeCompare(b.slot))
    .map(({ slot, course }) =>
      `${name('slot', slot) ?? slot}　${course} ${name('course', course) ?? ''}`.trim(),
    )
    .join('\n');
}

function optionName(options: Choices, value: unknown, tables: CodeTables): string {
  const name =
    typeof options === 'string'
      ? tables[options]?.find((entry) => entry.code === value)?.name
      : options.find((option) => option.value === value)?.label;
  return name ?? String(value);
}

/** 姓名、性别; with notes one line each. */
function checkLines(field: Extract<Field, { input: 'checks' }>, value: unknown, tables: CodeTables): string {
  if (!field.note) return (value as string[]).map((one) => optionName(field.options, one, tables)).join('、');
  return (value as { value: string; note: string }[])
    .map((one) => `${optionName(field.options, one.value, tables)}　${field.note!.label}：${one.note}`)
    .join('\n');
}

function rowLines({ columns }: Extract<Field, { input: 'rows' }>, rows: Record<string, string>[]) {
  const keys = Object.keys(columns);
  const cell = (key: string, value = '') =>
    columns[key]!.options?.find((option) => option.value === value)?.label ?? value;
  const lines = rows.map((row) => keys.map((key) => cell(key, row[key])));
  return {
    text: lines.map((line) => line.filter(Boolean).join('　')).join('\n'),
    lines: [keys.map((key) => columns[key]!.label), ...lines],
  };
}

/** One line per file: its name, as the person called it. */
function fileRow(value: unknown, tables: CodeTables): Said {
  const files = (Array.isArray(value) ? value : []).map((id: string, at) => ({
    id,
    name: tables.document?.find(({ code }) => code === id)?.name ?? `文件 ${at + 1}`,
  }));
  return files.length ? { text: files.map(({ name }) => name).join('\n'), files } : { text: '' };
}
