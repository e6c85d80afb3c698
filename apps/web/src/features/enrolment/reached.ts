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
