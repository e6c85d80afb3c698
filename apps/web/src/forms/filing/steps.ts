import { type Answers, type Field } from '@zikao/contract/forms/fields';
import { type Form, stepSchema, type Step, visibleFields, visibleSteps } from '@zikao/contract/forms/form';

/** The furthest step one may open: the first that is not finished yet. */
export function reachedStep(form: Form, answers: Answers, agreed: boolean): string {
  const steps = visibleSteps(form, answers);
  return (steps.find((step) => !finished(step, answers, agreed)) ?? steps.at(-1)!).key;
}

function finished(step: Step, answers: Answers, agreed: boolean): boolean {
  if (step.kind === 'notice') return agreed;
  return step.kind === 'fields' && stepSchema(step, answers).safeParse(answers).success;
}

/** The steps on both sides of one; undefined at the ends. */
export function neighbours(form: Form, answers: Answers, at: string): { before?: string; after?: string } {
  const keys = visibleSteps(form, answers).map(({ key }) => key);
  const index = keys.indexOf(at);
  const [before, after] = [keys[index - 1], keys[index + 1]];
  return { ...(before && { before }), ...(after && { after }) };
}

/** The step that asks for a field: where 修改 leads, and a refusal about it. */
export function stepOf(form: Form, answers: Answers, field: string): string | undefined {
  return visibleSteps(form, answers).find(
    (step) => step.kind === 'fields' && step.groups.some(({ fields }) => field in fields),
  )?.key;
}

/** Fields that nobody can change: what comes from the account. */
export function fixedFields(form: Form, answers: Answers): Set<string> {
  const fields: [string, Field][] = Object.entries(visibleFields(form, answers));
  return new Set(fields.filter(([, { input }]) => input === 'fixed').map(([name]) => name));
}
