import type { ApplicationState } from '@zikao/contract/applications/lifecycle';
import type { Tone } from './Tag.tsx';

/** Colours of an application's states, as its candidate sees them. */
export const APPLICATION_TONES: Record<ApplicationState, Tone> = {
  draft: 'wait',
  pending: 'info',
  province: 'info',
  approved: 'ok',
  rejected: 'no',
  withdrawn: 'info',
  collected: 'ok',
};
