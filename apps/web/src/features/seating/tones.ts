import type { SeatingState } from '@zikao/contract/seating';
import type { Tone } from '#ui/Tag';

export const SEATING_TONES: Record<SeatingState, Tone> = {
  planning: 'wait',
  planned: 'info',
  failed: 'no',
  cancelled: 'info',
  published: 'ok',
  withdrawn: 'info',
};
