const LIVES_MS = 60_000;

/**
 * Remembers what was made for a minute, and whoever asks meanwhile waits for the same: a page shows a paper three times
 * (its pages, then the file). Nothing is kept at rest: a paper is made anew faster than it could be read and unsealed.
 */
export function keepForAMinute<T>(most: number) {
  const kept = new Map<string, Promise<T>>();
  return (key: string, make: () => Promise<T>): Promise<T> => {
    const known = kept.get(key);
    if (known) return known;
    const made = make();
    kept.set(key, made);
    const forget = () => kept.get(key) === made && kept.delete(key);
    setTimeout(forget, LIVES_MS).unref();
    // A failure is nobody's answer but the asker's.
    made.catch(forget);
    const [oldest] = kept.keys();
    if (kept.size > most) kept.delete(oldest!);
    return made;
  };
}
