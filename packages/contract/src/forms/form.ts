import { z } from 'zod';
import type { CodeTables } from '../codes/tables.ts';
import type { Answers, Field } from './fields.ts';
import { sayField } from './say.ts';

export interface Group {
  title: string;
  /** What is on file now, shown beside what is asked for: 原始信息. */
  original?: true;
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

/** All fields by key, whether shown or not. */
export function fieldsOf(of: Form): Record<string, Field> {
  return Object.fromEntries(allFields(of));
}

/** Answers that are there but not called for any more: a wizard clears them, filing refuses them. */
export function hiddenAnswers(of: Form, answers: Answers): string[] {
  const visible = visibleFields(of, answers);
  return Object.keys(fieldsOf(of)).filter(
    (key) => !(key in visible) && answers[key] !== undefined && answers[key] !== null,
  );
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
      z.array(z.record(z.string().max(20), z.string().max(200, error))).max(40, error),
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
  /** Lines of a table, its head first. */
  lines?: string[][];
}
export interface DescribedGroup {
  title: string;
  original?: true;
  rows: DescribedRow[];
}

/** The answers in words: preview, reviewer's rows and what is frozen at submission. */
export function describe(of: Form, answers: Answers, tables: CodeTables): DescribedGroup[] {
  return visibleGroups(of, answers).map(({ title, original, fields }) => ({
    title: original ? '原始信息' : title,
    ...(original && { original }),
    rows: Object.entries(fields).map(([key, field]) => row(key, field, answers[key], tables)),
  }));
}

function row(key: string, field: Field, value: unknown, tables: CodeTables): DescribedRow {
  const base = { key, label: field.label };
  if (field.input === 'picture' || (field.input === 'fixed' && field.picture))
    return { ...base, text: value ? '已上传' : '', ...(value ? { picture: String(value) } : {}) };
  if (value === undefined || value === null || value === '') return { ...base, text: '' };
  return { ...base, ...sayField(field, value, tables) };
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
