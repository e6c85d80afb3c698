import type { Enrolment } from '@zikao/contract/enrolments';
import { enrolmentForm } from '@zikao/contract/enrolments';
import { filingSchema } from '@zikao/contract/forms/form';

export const STEPS = enrolmentForm.steps.map(({ key }) => key);
export type StepKey = (typeof STEPS)[number];

/** The furthest step one may open. */
export function reached({ agreement, answers }: Enrolment): StepKey {
  if (!agreement) return 'notice';
  return filingSchema(enrolmentForm, answers).safeParse(answers).success ? 'preview' : 'form';
}

/** Sentences by field of the officer's rejection, until the next submission. */
export function reasonsByField({ state, reasons }: Enrolment): Record<string, string> {
  if (state !== 'rejected') return {};
  const all: Record<string, string> = {};
  for (const { field, text } of reasons) all[field] = all[field] ? `${all[field]}；${text}` : text;
  return all;
}
