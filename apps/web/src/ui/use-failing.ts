import { useEffect, useSyncExternalStore } from 'react';

/** How many lists of errors the page shows. */
let shown = 0;
const listeners = new Set<() => void>();

function count(change: 1 | -1) {
  shown += change;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Says that there is something to mend, for as long as that is so. */
export function useFailing(failing: boolean) {
  useEffect(() => {
    if (!failing) return;
    count(1);
    return () => count(-1);
  }, [failing]);
}

/** Whether anything on the page has to be mended. */
export const useFailed = () => useSyncExternalStore(subscribe, anyShown, anyShown);

const anyShown = () => shown > 0;
