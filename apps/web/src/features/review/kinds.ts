import { profileLifecycle } from '@zikao/contract/candidates';
import { enrolmentForm, enrolmentLifecycle } from '@zikao/contract/enrolments';
import { fieldLabels } from '@zikao/contract/forms/form';
import { PROFILE_LABELS } from '@zikao/contract/profile-form';
import type { Queue } from '@zikao/contract/review';
import type { Tone } from '#ui/Tag';

interface Kind {
  states: Record<string, string>;
  /** What a reason may be bound to, by field key. */
  labels: Record<string, string>;
}

/** What the workspace knows of each kind of case. */
export const KINDS: Record<Queue, Kind> = {
  profiles: { states: profileLifecycle.states, labels: PROFILE_LABELS },
  enrolments: { states: enrolmentLifecycle.states, labels: fieldLabels(enrolmentForm) },
};

export const STATE_TONES: Record<string, Tone> = { pending: 'wait', approved: 'ok', rejected: 'no' };
