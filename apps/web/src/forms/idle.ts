/** Warned this long before the end. */
export const WARN_MS = 2 * 60_000;

/** Where a signed-in person stands at `now` (the server's time, milliseconds). */
export function idlePhase(idleUntil: string, now: number): 'active' | 'warn' | 'over' {
  const left = Date.parse(idleUntil) - now;
  if (left <= 0) return 'over';
  return left <= WARN_MS ? 'warn' : 'active';
}
