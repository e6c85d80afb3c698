import type { BatchState, ReleaseState } from '@zikao/contract/score-imports';
import type { Tone } from '#ui/Tag';

export const BATCH_TONES: Record<BatchState, Tone> = {
  uploaded: 'wait',
  checking: 'info',
  checked: 'wait',
  accepted: 'ok',
  published: 'ok',
  failed: 'no',
  discarded: 'info',
};

export const RELEASE_TONES: Record<ReleaseState, Tone> = {
  proposed: 'wait',
  confirmed: 'wait',
  published: 'ok',
  withdrawn: 'info',
};
