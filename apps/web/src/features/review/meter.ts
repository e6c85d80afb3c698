/** Where a value and its permitted range lie on a bar from 0 to 1. */
export interface Meter {
  at: number;
  from: number;
  to: number;
}

/** Reads a limit such as `≥ 40 分`, `≤ 5 %`, `≥ 90 级，≤ 200 级`; undefined when it names no number. */
export function meterOf(value: number, limit: string): Meter | undefined {
  const low = numberAfter('≥', limit);
  const high = numberAfter('≤', limit);
  if (low === undefined && high === undefined) return undefined;
  // The scale leaves room beyond the limits, so that a value outside is seen to be outside.
  const end = high === undefined ? Math.max(low! * 2, 1) : high * 1.5 || 1;
  const share = (number: number) => Math.min(1, Math.max(0, number / end));
  return { at: share(value), from: share(low ?? 0), to: share(high ?? end) };
}

function numberAfter(sign: string, limit: string): number | undefined {
  const found = new RegExp(`${sign}\\s*(-?[\\d.]+)`).exec(limit)?.[1];
  return found === undefined ? undefined : Number(found);
}
