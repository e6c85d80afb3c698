/** Nothing is asked while it is open. */
export class Open extends Error {}

export interface Breaker {
  /** Lets a call through, or throws `Open`. */
  call<T>(work: () => Promise<T>): Promise<T>;
  /** Whether a call would be let through now. */
  closed(): boolean;
}

/**
 * Spares a foreign system that is down, and those who would wait for it: after `failures` in a row it is not asked for
 * `pauseMs`; then one call tries, and its outcome decides. `now`: milliseconds.
 */
export function openBreaker({
  failures = 5,
  pauseMs = 30_000,
  now = () => performance.now(),
}: { failures?: number; pauseMs?: number; now?: () => number } = {}): Breaker {
  let failed = 0;
  let until = 0;
  let trying = false;
  const closed = () => failed < failures || (now() >= until && !trying);
  return {
    closed,
    async call(work) {
      if (!closed()) throw new Open('open');
      trying = failed >= failures;
      try {
        const result = await work();
        failed = 0;
        return result;
      } catch (error) {
        if (++failed >= failures) until = now() + pauseMs;
        throw error;
      } finally {
        trying = false;
      }
    },
  };
}
