import type { Kind, Kinds } from '@zikao/contract/applications/kind';
import { KINDS } from '@zikao/contract/applications/kinds/index';
import {
  applicationLifecycle,
  type ApplicationState,
  type Stage,
  stageOf,
} from '@zikao/contract/applications/lifecycle';
import { profileLifecycle } from '@zikao/contract/candidates';
import { enrolmentForm, enrolmentLifecycle } from '@zikao/contract/enrolments';
import { fieldLabels } from '@zikao/contract/forms/form';
import { PROFILE_LABELS } from '@zikao/contract/profile-form';
import type { Queue } from '@zikao/contract/review';
import type { Tone } from '#ui/Tag';

interface Words {
  states: Record<string, string>;
  /** What a reason may be bound to, by field key. */
  labels: Record<string, string>;
}

const FIXED: Readonly<Record<string, Words>> = {
  profiles: { states: profileLifecycle.states, labels: PROFILE_LABELS },
  enrolments: { states: enrolmentLifecycle.states, labels: fieldLabels(enrolmentForm) },
};

/** What the workspace knows of each kind of case; the kinds of application say it in their definitions. */
export function wordsOf(queue: Queue): Words {
  const kind = applicationOf(queue);
  if (!kind) return FIXED[queue] ?? { states: {}, labels: {} };
  return { states: { ...applicationLifecycle.states, ...kind.states }, labels: fieldLabels(kind.form) };
}

/** The kind of application a queue is of; undefined: files and enrolments. */
export const applicationOf = (queue: Queue): Kind | undefined => (KINDS as Kinds)[queue];

/** What the message of a decision needs to know of an application. */
export function ofApplication(queue: Queue, state: string): { kind: Kind; stage: Stage } | undefined {
  const kind = applicationOf(queue);
  const stage = stageOf(state as ApplicationState);
  return kind && stage && { kind, stage };
}

export const STATE_TONES: Record<string, Tone> = {
  pending: 'wait',
  province: 'wait',
  approved: 'ok',
  rejected: 'no',
};
