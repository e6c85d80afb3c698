let last: Promise<unknown> = Promise.resolve();

/** Runs calls one after the other: a case put back must not be put back after it was claimed again. */
export function inTurn<T>(run: () => Promise<T>): Promise<T> {
  const turn = last.then(run, run);
  last = turn;
  return turn;
}
