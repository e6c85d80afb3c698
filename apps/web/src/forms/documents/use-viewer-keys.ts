import { useEffect, useEffectEvent } from 'react';

interface Acts {
  /** Larger than whole: the arrows move it. */
  near: boolean;
  turn: (by: 1 | -1) => void;
  zoom: (by: 1 | -1) => void;
  move: (x: number, y: number) => void;
  rotate: () => void;
  reset: () => void;
}

/** What a key does to a file that is looked at; undefined: nothing. */
export function viewerAct(key: string, acts: Acts): (() => void) | undefined {
  const keys: Record<string, () => void> = {
    PageUp: () => acts.turn(-1),
    PageDown: () => acts.turn(1),
    ArrowLeft: () => (acts.near ? acts.move(1, 0) : acts.turn(-1)),
    ArrowRight: () => (acts.near ? acts.move(-1, 0) : acts.turn(1)),
    ...(acts.near && { ArrowUp: () => acts.move(0, 1), ArrowDown: () => acts.move(0, -1) }),
    '+': () => acts.zoom(1),
    '=': () => acts.zoom(1),
    '-': () => acts.zoom(-1),
    r: acts.rotate,
    R: acts.rotate,
    '0': acts.reset,
  };
  return keys[key];
}

/** Keys of the viewer, for as long as it is open. */
export function useViewerKeys(acts: Acts): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const act = viewerAct(event.key, acts);
    if (!act) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
