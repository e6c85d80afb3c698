import { z } from 'zod';

/** A cell of an imported table: from its text, without blanks around it, to a value, and back as it is shown. */
export interface Cell<Schema extends z.ZodType = z.ZodType> {
  schema: Schema;
  /** How it is filled in on a page: typed, picked from a calendar, or chosen from these words. */
  input: 'text' | 'number' | 'date' | readonly string[];
  show(value: z.output<Schema>): string;
}

const cell = <Schema extends z.ZodType>(
  schema: Schema,
  show: (value: NonNullable<z.output<Schema>>) => string,
  input: Cell['input'] = 'text',
): Cell<Schema> => ({
  schema,
  input,
  show: (value) => (value === null || value === undefined ? '' : show(value)),
});
const given = z.string().min(1, '请填写');

export const textCell = (max: number) => cell(sentence(max).min(1, '请填写'), String);
/** Empty is null. */
export const maybeText = (max: number) =>
  cell(
    sentence(max).transform((text) => text || null),
    String,
  );

/** A code of such a form; `example` shows it in the message. */
export const codeCell = (form: RegExp, example: string) =>
  cell(given.regex(form, `格式不对，应如 ${example}`), String);
export const maybeCode = (form: RegExp, example: string) =>
  cell(
    z
      .string()
      .refine((text) => text === '' || form.test(text), `格式不对，应如 ${example}`)
      .transform((text) => text || null),
    String,
  );

/** A number with two decimals at most. Empty is null. */
export const numberCell = (min: number, max: number, { whole = false } = {}) => {
  const form = whole ? /^\d{1,6}$/ : /^\d{1,6}(\.\d{1,2})?$/;
  const message = `应为 ${min} 到 ${max} 的${whole ? '整数' : '数字'}`;
  return cell(
    z
      .string()
      .refine((text) => text === '' || (form.test(text) && +text >= min && +text <= max), message)
      .transform((text) => (text === '' ? null : Number(text))),
    String,
    'number',
  );
};

const YES = ['是', '√', 'y', 'yes', 'true', '1', 't'];
const NO = ['否', '', '×', 'n', 'no', 'false', '0', 'f'];

/** Empty is no. */
export const yesCell = () =>
  cell(
    z
      .string()
      .refine((text) => [...YES, ...NO].includes(text.toLowerCase()), '应为“是”或“否”')
      .transform((text) => YES.includes(text.toLowerCase())),
    (value) => (value ? '是' : '否'),
    ['是', '否'],
  );

/** One of several, by its words or its key. */
export const choiceCell = <Key extends string>(words: Readonly<Record<Key, string>>) => {
  const keys = Object.keys(words) as Key[];
  const find = (text: string) => keys.find((key) => key === text || words[key] === text);
  return cell(
    z
      .string()
      .refine((text) => find(text) !== undefined, `应为${keys.map((key) => `“${words[key]}”`).join('或')}`)
      .transform((text) => find(text)!),
    (key: Key) => words[key],
    keys.map((key) => words[key]),
  );
};

/** A day as people write it: 2027-04-17, 2027/4/17, 2027.4.17, 20270417, 2027年4月17日. An ISO date; empty is null. */
export const dayCell = () =>
  cell(
    z
      .string()
      .refine((text) => text === '' || isoDay(text) !== undefined, '应为日期，如 2027-04-17')
      .transform((text) => isoDay(text) ?? null),
    String,
    'date',
  );

function isoDay(text: string): string | undefined {
  const parts =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (!parts) return undefined;
  const [year, month, day] = parts.slice(1) as [string, string, string];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return z.iso.date().safeParse(iso).success ? iso : undefined;
}

function sentence(max: number) {
  return z
    .string()
    .max(max, `最多 ${max} 个字`)
    .regex(/^[^\p{Cc}<>]*$/u, '有不能使用的符号，请删去');
}
