import { rangeOf } from './range.ts';

/** Where a value and its permitted range lie on a bar from 0 to 1. */
export interface Meter {
  at: number;
  from: number;
  to: number;
}

/** Undefined when the limit names no number. */
export function meterOf(value: number, limit: string): Meter | undefined {
  const range = rangeOf(limit);
  if (!range) return undefined;
  const { low, high } = range;
  // The scale leaves room beyond the limits, so that a value outside is seen to be outside.
  const end = high === undefined ? Math.max(low! * 2, 1) : high * 1.5 || 1;
  const share = (number: number) => Math.min(1, Math.max(0, number / end));
  return { at: share(value), from: share(low ?? 0), to: share(high ?? end) };
}
