import type { Window } from '@zikao/contract/exams';

/** On which side of its window a function is. */
export type Stand = { is: 'unset' } | { is: 'before' | 'open' | 'over'; opensAt: string; closesAt: string };

/** `now`: the server's time in milliseconds. */
export function stand(window: Window | null | undefined, now: number): Stand {
  if (!window) return { is: 'unset' };
  const { opensAt, closesAt } = window;
  if (now < Date.parse(opensAt)) return { is: 'before', opensAt, closesAt };
  return { is: now < Date.parse(closesAt) ? 'open' : 'over', opensAt, closesAt };
}
