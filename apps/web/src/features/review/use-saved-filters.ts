import { useState } from 'react';
import type { Queue } from '@zikao/contract/review';

export interface SavedFilter {
  name: string;
  /** As it stands in the address. */
  search: string;
}

const MOST = 8;

/** Named filters of an officer in this browser; one that refuses storage forgets them with the page. */
export function useSavedFilters(officer: string, queue: Queue) {
  const key = `review-filters:${officer}:${queue}`;
  const [saved, setSaved] = useState(() => read(key));
  function put(next: SavedFilter[]) {
    setSaved(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // Kept for this page.
    }
  }
  return {
    saved,
    save: (name: string, search: string) =>
      put([...saved.filter((one) => one.name !== name), { name, search }].slice(-MOST)),
    remove: (name: string) => put(saved.filter((one) => one.name !== name)),
  };
}

function read(key: string): SavedFilter[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? (kept as SavedFilter[]) : [];
  } catch {
    return [];
  }
}
