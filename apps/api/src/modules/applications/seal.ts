import type { Stage } from '@zikao/contract/applications/lifecycle';
import type { Answers } from '@zikao/contract/forms/fields';
import type { DescribedGroup } from '@zikao/contract/forms/form';
import { decryptText, encrypt, type Keys } from '#platform/crypto';

/** What officers filled in with their decisions, and how it reads. */
export interface Outcome {
  answers: Partial<Record<Stage, Answers>>;
  groups: DescribedGroup[];
}

const DRAFT = 'applications.answers';
const OUTCOME = 'applications.outcome';
const ANSWERS = 'application_submissions.answers';
const GROUPS = 'application_submissions.groups';

const open = (keys: Keys, aad: string, sealed: Buffer) =>
  JSON.parse(decryptText(keys, aad, sealed)) as unknown;

export function sealDraft(keys: Keys, answers: Answers): Buffer {
  const kept = Object.entries(answers).filter(([, value]) => value !== null && value !== undefined);
  return encrypt(keys, DRAFT, JSON.stringify(Object.fromEntries(kept)));
}

export function openDraft(keys: Keys, sealed: Buffer | null): Answers {
  return sealed ? (open(keys, DRAFT, sealed) as Answers) : {};
}

export function sealOutcome(keys: Keys, outcome: Outcome): Buffer {
  return encrypt(keys, OUTCOME, JSON.stringify(outcome));
}

export function openOutcome(keys: Keys, sealed: Buffer | null): Outcome {
  return sealed ? (open(keys, OUTCOME, sealed) as Outcome) : { answers: {}, groups: [] };
}

export function sealSubmission(keys: Keys, answers: Answers, groups: DescribedGroup[]) {
  return {
    answers: encrypt(keys, ANSWERS, JSON.stringify(answers)),
    groups: encrypt(keys, GROUPS, JSON.stringify(groups)),
  };
}

/** A draft and its submission at once, for what is written as history. */
export function sealApplication(keys: Keys, answers: Answers, groups: DescribedGroup[]) {
  return { draft: sealDraft(keys, answers), ...sealSubmission(keys, answers, groups) };
}

export function openSubmission(keys: Keys, row: { answers: Buffer; groups: Buffer }) {
  return {
    answers: open(keys, ANSWERS, row.answers) as Answers,
    groups: open(keys, GROUPS, row.groups) as DescribedGroup[],
  };
}
