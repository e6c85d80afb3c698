import type { CodeTables } from '@zikao/contract/codes/tables';
import type { Choices } from '@zikao/contract/forms/fields';

export interface Choosable {
  value: string;
  label: string;
  /** Why it cannot be chosen. */
  unavailable?: string;
}

/** What a field offers: entries of its table, or its own options. */
export function choicesOf(options: Choices, tables: CodeTables): Choosable[] {
  if (typeof options !== 'string') return [...options];
  return (tables[options] ?? []).map(({ code, name, unavailable }) => ({
    value: code,
    label: name,
    ...(unavailable && { unavailable }),
  }));
}

/** The same where there is one line for each: the reason is part of its words. */
export function optionsOf(options: Choices, tables: CodeTables) {
  return choicesOf(options, tables).map(({ value, label, unavailable }) => ({
    value,
    label: unavailable ? `${label}（${unavailable}）` : label,
    ...(unavailable && { disabled: true }),
  }));
}
