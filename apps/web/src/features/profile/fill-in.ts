import { normaliseName } from '@zikao/contract/codes/name';
import type { CodeEntry, CodeTables } from '@zikao/contract/codes/tables';
import type { Answers } from '@zikao/contract/forms/fields';
import { visibleFields } from '@zikao/contract/forms/form';
import { profileForm } from '@zikao/contract/profile-form';
import type { CardText } from '@zikao/contract/verification';

/** A field that could be filled in from the card. */
export interface Offer {
  field: string;
  label: string;
  /** What the form holds now, in words; empty: not filled in. */
  now: string;
  /** What was read, in words. */
  read: string;
  /** The answer it would be. */
  value: string;
  note?: string;
}

interface Source {
  field: keyof CardText & ('name' | 'nation' | 'address');
  note?: string;
  /** The answer of what was read; undefined when it is none. */
  answer: (text: string, tables: CodeTables) => string | undefined;
  /** Two answers that say the same. */
  same: (one: string, other: string) => boolean;
}

const compact = (text: string) => text.replace(/\s/g, '');

const SOURCES: Source[] = [
  {
    field: 'name',
    note: '请逐字核对，生僻字可能读错',
    answer: normaliseName,
    same: (one, other) => normaliseName(one) === normaliseName(other),
  },
  {
    field: 'nation',
    answer: (text, tables) => nationCode(text, tables.nation ?? []),
    same: (one, other) => one === other,
  },
  {
    field: 'address',
    note: '证件上的住址；收信地址不同的，不用采用',
    answer: (text) => text,
    same: (one, other) => compact(one) === compact(other),
  },
];

/** What was read and would change the form. What the form itself would refuse is not offered. */
export function offersOf(text: CardText, answers: Answers, tables: CodeTables): Offer[] {
  const fields = visibleFields(profileForm, answers);
  return SOURCES.flatMap(({ field, note, answer, same }) => {
    const definition = fields[field];
    const read = text[field] && answer(text[field], tables);
    if (!definition || !read || !definition.schema.safeParse(read).success) return [];
    const current = typeof answers[field] === 'string' ? answers[field] : '';
    if (same(current, read)) return [];
    const words = (value: string) => (field === 'nation' ? nationName(value, tables) : value);
    const { label } = definition;
    return [{ field, label, now: words(current), read: words(read), value: read, ...(note && { note }) }];
  });
}

/** Whether anything was read that the form asks for. */
export const readSomething = (text: CardText): boolean => SOURCES.some(({ field }) => text[field]);

/** The card of somebody else, as far as a number was read; said before anything is filled in from it. */
export const othersCard = ({ idNumber }: CardText, answers: Answers): boolean =>
  idNumber !== undefined && answers.idNumber !== undefined && idNumber !== answers.idNumber;

/** `汉` and `汉族` are one entry of the table; what is in no table is no answer. */
export function nationCode(text: string, nations: readonly CodeEntry[]): string | undefined {
  const found = nations.find(({ name }) => name === text || name === `${text}族`);
  return found && !found.unavailable ? found.code : undefined;
}

const nationName = (code: string, tables: CodeTables) =>
  tables.nation?.find((entry) => entry.code === code)?.name ?? '';
