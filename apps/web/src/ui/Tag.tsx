import type { ReactNode } from 'react';
import './tag.css';

export type Tone = 'info' | 'wait' | 'ok' | 'no';

/** A status in one word or two; the colour only repeats what the word says. */
export function Tag({ tone = 'info', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`tag tag--${tone}`}>{children}</span>;
}
