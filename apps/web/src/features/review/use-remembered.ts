import { useState } from 'react';

/** A choice of how to look at cases, kept in this browser from case to case. One that refuses storage forgets it. */
export function useRemembered(name: string, otherwise: boolean): [boolean, (next: boolean) => void] {
  const key = `review-${name}`;
  const [chosen, setChosen] = useState(() => read(key) ?? otherwise);
  return [
    chosen,
    (next) => {
      setChosen(next);
      try {
        localStorage.setItem(key, next ? 'on' : 'off');
      } catch {
        // The choice still holds for this case.
      }
    },
  ];
}

function read(key: string): boolean | undefined {
  try {
    const kept = localStorage.getItem(key);
    return kept === null ? undefined : kept === 'on';
  } catch {
    return undefined;
  }
}
