import type { Answers } from '@zikao/contract/forms/fields';
import { type Form, fieldsOf } from '@zikao/contract/forms/form';
import type { OnFile } from './rules/rule.ts';

/** What the form holds: what was typed, with what is on file in its fixed fields. */
export function withOnFile(form: Form, typed: Answers, onFile: OnFile): Answers {
  const fixed = Object.entries(fieldsOf(form)).flatMap(([key, { input }]) =>
    input === 'fixed' && key in onFile ? [[key, onFile[key as keyof OnFile]] as const] : [],
  );
  return { ...typed, ...Object.fromEntries(fixed) };
}

export function chosenDistrict({ district }: Answers): string | undefined {
  return typeof district === 'string' && district ? district : undefined;
}
