import { z } from 'zod';
import type { CodeTable, CodeTables } from '../codes/tables.ts';
import type { Answers, Field } from './fields.ts';

export interface Group {
  title: string;
  fields: Record<string, Field>;
}
/** `notice`: read and tick. `fields`: groups of inputs. `preview`: all rows. `special`: a page of its own feature. */
export type Step = {
  key: string;
  title: string;
  /** Absent: always there. Pure function of the answers. */
  show?: (answers: Answers) => boolean;
} & (
  | { kind: 'notice'; text: string; tick: string; next: string }
  | { kind: 'fields'; groups: readonly Group[]; next: string }
  | { kind: 'preview'; next: string }
  | { kind: 'special' }
);

export interface Form<S extends readonly Step[] = readonly Step[]> {
  name: string;
  title: string;
  steps: S;
}

/** Declares a form once: the wizard, its drafts, the preview, the filing check and the reviewer's rows follow. */
export function form<const S extends readonly Step[]>(definition: Form<S>): Form<S> {
  return definition;
}

export function visibleSteps(of: Form, answers: Answers): Step[] {
  return of.steps.filter((step) => step.show?.(answers) ?? true);
}

/** Groups with the fields the answers call for; a group without any is left out. */
export function visibleGroups(of: Form, answers: Answers): Group[] {
  return visibleSteps(of, answers)
    .flatMap((step) => (step.kind === 'fields' ? step.groups : []))
    .map((group) => ({ ...group, fields: shown(group.fields, answers) }))
    .filter((group) => Object.keys(group.fields).length > 0);
}

/** All visible fields by key. */
export function visibleFields(of: Form, answers: Answers): Record<string, Field> {
  return Object.assign({}, ...visibleGroups(of, answers).map((group) => group.fields));
}

/** Labels of all fields by key, whether shown or not: what reasons and differences are named by. */
export function fieldLabels(of: Form): Record<string, string> {
  return Object.fromEntries(allFields(of).map(([key, { label }]) => [key, label]));
}

/** Full check at filing: every visible field right, hidden or unknown ones refused. */
export function filingSchema(of: Form, answers: Answers) {
  return z.strictObject(schemas(visibleFields(of, answers)), {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? `有不应填写的内容：${issue.keys.join('、')}` : undefined,
  });
}

/** Check of one step's visible fields when 下一步 is pressed; others are let through untouched. */
export function stepSchema(step: Step, answers: Answers) {
  const fields = step.kind === 'fields' ? step.groups.map((group) => shown(group.fields, answers)) : [];
  return z.looseObject(schemas(Object.assign({}, ...fields)));
}

/** What a draft may be sent: any typed field, unfinished and wrong values included, within bounds. Pictures have their own call. */
export function draftSchema(of: Form) {
  const error = '内容太长或格式不正确，请修改';
  const loose = z.union(
    [
      z.string().max(500, error),
      z.boolean(),
      z.array(z.record(z.string(), z.string().max(40, error))).max(20, error),
      z.array(z.string().max(40, error)).max(20, error),
      z.null(),
    ],
    { error },
  );
  return z.strictObject(
    Object.fromEntries(
      allFields(of)
        .filter(([, { input }]) => input !== 'fixed' && input !== 'picture')
        .map(([key]) => [key, loose.optional()]),
    ),
  );
}

export interface DescribedRow {
  key: string;
  label: string;
  /** As a person reads it; empty when not answered. */
  text: string;
  picture?: string;
  files?: { id: string; name: string }[];
}
export interface DescribedGroup {
  title: string;
  rows: DescribedRow[];
}

/** The answers in words: preview, reviewer's rows and what is frozen at submission. */
export function describe(of: Form, answers: Answers, tables: CodeTables): DescribedGroup[] {
  return visibleGroups(of, answers).map(({ title, fields }) => ({
    title,
    rows: Object.entries(fields).map(([key, field]) => row(key, field, answers[key], tables)),
  }));
}

function row(key: string, field: Field, value: unknown, tables: CodeTables): DescribedRow {
  const base = { key, label: field.label };
  if (field.input === 'picture')
    return { ...base, text: value ? '已上传' : '', ...(value ? { picture: String(value) } : {}) };
  if (field.input === 'files') return { ...base, ...fileRow(value, tables) };
  if (value === undefined || value === null || value === '') return { ...base, text: '' };
  if (field.input === 'division') return { ...base, text: divisionName(String(value), tables) };
  if (field.input === 'select' || field.input === 'radio') {
    const { options } = field;
    const text =
      typeof options === 'string'
        ? tables[options]?.find((entry) => entry.code === value)?.name
        : options.find((option) => option.value === value)?.label;
    return { ...base, text: text ?? String(value) };
  }
  if (field.input === 'fixed') return { ...base, text: fixedText(field, value, tables) };
  if (field.input === 'courses') return { ...base, text: courseLines(value, tables) };
  return { ...base, text: String(value) };
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

/** One line per file: its name, as the person called it. */
function fileRow(value: unknown, tables: CodeTables): Pick<DescribedRow, 'text' | 'files'> {
  const files = (Array.isArray(value) ? value : []).map((id: string, at) => ({
    id,
    name: tables.document?.find(({ code }) => code === id)?.name ?? `文件 ${at + 1}`,
  }));
  return files.length ? { text: files.map(({ name }) => name).join('\n'), files } : { text: '' };
}

function allFields(of: Form): [string, Field][] {
  return of.steps.flatMap((step) =>
    step.kind === 'fields' ? step.groups.flatMap((group) => Object.entries(group.fields)) : [],
  );
}

function shown(fields: Record<string, Field>, answers: Answers): Record<string, Field> {
  return Object.fromEntries(Object.entries(fields).filter(([, field]) => field.show?.(answers) ?? true));
}

function schemas(fields: Record<string, Field>): Record<string, z.ZodType> {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.schema]));
}
