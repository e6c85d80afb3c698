import { useSyncExternalStore } from 'react';

const key = 'large-type';
const listeners = new Set<() => void>();

const isLarge = () => document.documentElement.dataset.type === 'large';

function apply(large: boolean) {
  if (large) document.documentElement.dataset.type = 'large';
  else delete document.documentElement.dataset.type;
}

/** Applies the remembered choice before the first paint. A browser that refuses storage gets normal type. */
export function restoreLargeType() {
  try {
    apply(localStorage.getItem(key) === 'on');
  } catch {
    apply(false);
  }
}

function setLargeType(large: boolean) {
  apply(large);
  try {
    if (large) localStorage.setItem(key, 'on');
    else localStorage.removeItem(key);
  } catch {
    // The mode still holds for this page.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLargeType() {
  return [useSyncExternalStore(subscribe, isLarge), setLargeType] as const;
}
