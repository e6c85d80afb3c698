import { enrolmentForm } from '@zikao/contract/enrolments';
import { filingSchema } from '@zikao/contract/forms/form';
import type { EnrolmentAnswers } from './rules/answers.ts';
import type { Fault } from './rules/facts.ts';

/** A draft read as answers, or what is not filled in, field by field. */
export function readDraft(
  answers: Record<string, unknown>,
): { answers: EnrolmentAnswers; faults?: never } | { answers?: never; faults: Fault[] } {
  const read = filingSchema(enrolmentForm, answers).safeParse(answers);
  if (read.success) return { answers: sorted(read.data as unknown as EnrolmentAnswers) };
  const byField = new Map(read.error.issues.map(({ path, message }) => [String(path[0] ?? ''), message]));
  return { faults: [...byField].map(([path, message]) => ({ path, message })) };
}

/** Whether a draft says what those answers say; the order in which courses were ticked does not matter. */
export function saysTheSame(draft: Record<string, unknown>, submitted: EnrolmentAnswers): boolean {
  const { answers } = readDraft(draft);
  return answers !== undefined && key(answers) === key(submitted);
}

function key({ district, major, courses }: EnrolmentAnswers): string {
  return JSON.stringify([
    district,
    major,
    sorted({ district, major, courses }).courses.map(({ slot, course }) => [slot, course]),
  ]);
}

function sorted(answers: EnrolmentAnswers): EnrolmentAnswers {
  return {
    ...answers,
    courses: answers.courses.toSorted((a, b) => (a.slot < b.slot ? -1 : a.slot > b.slot ? 1 : 0)),
  };
}
