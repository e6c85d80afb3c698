import { z } from 'zod';
import type { CodeTable, OwnTable } from '../codes/tables.ts';

export type Answers = Record<string, unknown>;
export interface Option {
  value: string;
  label: string;
}

interface Common<Schema extends z.ZodType = z.ZodType> {
  label: string;
  schema: Schema;
  hint?: string;
  /** May be left out. */
  optional?: boolean;
  /** Absent: always shown. A hidden field must not be sent. */
  show?: (answers: Answers) => boolean;
  /** Two short fields side by side on wide screens. */
  half?: boolean;
}

/** What there is to choose from: entries of a table, or options of the field's own. */
export type Choices = CodeTable | OwnTable | readonly Option[];

/** A column of `rows`; its values are texts. */
export interface Column {
  label: string;
  schema: z.ZodType;
  input: 'text' | 'date' | 'select';
  options?: readonly Option[];
  inputMode?: 'text' | 'numeric' | 'decimal';
  maxLength?: number;
  optional?: boolean;
}

/** Every sort of input there is; the web's `inputs.tsx` must know each of them, the compiler asks. */
export type Input =
  | {
      input: 'text';
      autoComplete?: string;
      inputMode?: 'text' | 'numeric' | 'tel' | 'email';
      maxLength?: number;
    }
  | { input: 'textarea'; maxLength?: number }
  | { input: 'select'; options: Choices }
  | { input: 'radio'; options: Choices }
  /** A county-level division, chosen below its prefecture. */
  | { input: 'division' }
  /** Filled from the account, shown but not editable. `table`: the value is a code of it; `date`: an ISO date; `picture`: its id. */
  | { input: 'fixed'; table?: CodeTable; date?: true; picture?: true }
  /** An uploaded picture; the answer is the picture's id. `aspect`: width / height, absent: free. */
  | { input: 'picture'; picture: PictureKind; aspect?: number }
  /** Documents from the person's own store, at most `max`; the answer is the list of their ids. */
  | { input: 'files'; max: number }
  /** Courses of the session, at most one per slot; the answer is a list of `{slot, course}`. */
  | { input: 'courses' }
  /** A calendar day; the answer is an ISO date. */
  | { input: 'date' }
  /** Several of a list; the answer is the list of values, with `note` of `{value, note}`: a sentence for each. */
  | { input: 'checks'; options: Choices; note?: { label: string; maxLength: number } }
  /**
   * A table filled line by line; the answer is a list with a text per column. `each`: one line for every entry of that
   * answer, no more and no fewer; its first column `value` is the entry and not typed.
   */
  | { input: 'rows'; columns: Readonly<Record<string, Column>>; max: number; each?: string };

export const PICTURE_KINDS = ['cardPortrait', 'cardEmblem', 'photo'] as const;
export type PictureKind = (typeof PICTURE_KINDS)[number];
export const PICTURE_NAMES: Record<PictureKind, string> = {
  cardPortrait: '身份证人像面',
  cardEmblem: '身份证国徽面',
  photo: '电子照片',
};

export type Field<Schema extends z.ZodType = z.ZodType> = Common<Schema> & Input;

/** Keeps the schema's type, so that a form's answers are typed from its fields. */
export function field<Schema extends z.ZodType>(definition: Common<Schema> & Input): Field<Schema> {
  return definition;
}

/** Trimmed text; control characters and angle brackets have no place in any answer. */
export function words(label: string, { min = 1, max }: { min?: number; max: number }) {
  return z
    .string({ error: `请填写${label}` })
    .trim()
    .min(1, `请填写${label}`)
    .min(min, `${label}至少 ${min} 个字`)
    .max(max, `${label}最多 ${max} 个字`)
    .regex(/^[^\p{Cc}<>]*$/u, `${label}里有不能使用的符号，请删去`);
}

/** A code of a table; whether it exists is checked against the province's data on the server. */
export function code(label: string) {
  return z.string({ error: `请选择${label}` }).regex(/^[\dA-Z]{1,12}$/, `请选择${label}`);
}

/** Ids of `min` (0: may be left out) to `max` documents, each once; whose they are is checked on the server. */
export function documents(label: string, { min = 1, max }: { min?: number; max: number }) {
  return z
    .array(z.uuid(`请重新上传${label}`), { error: `请上传${label}` })
    .min(min, min > 1 ? `${label}至少 ${min} 个文件` : `请上传${label}`)
    .max(max, `${label}最多 ${max} 个文件，请移除多余的`)
    .refine((ids) => new Set(ids).size === ids.length, `${label}里有重复的文件，请移除一个`);
}

/** An optional text: left empty counts as left out. */
export function maybe<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional());
}
