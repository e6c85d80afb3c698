import { TEXT_STATES, type TextState } from '@zikao/contract/texts';
import { Tag, type Tone } from '#ui/Tag';

const TONES: Record<TextState, Tone> = {
  draft: 'info',
  scheduled: 'wait',
  inForce: 'ok',
  former: 'info',
  withdrawn: 'no',
};

export function StateTag({ state }: { state: TextState }) {
  return <Tag tone={TONES[state]}>{TEXT_STATES[state]}</Tag>;
}
