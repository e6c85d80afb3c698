import { useCallback, useEffect, useRef, useState } from 'react';
import type { Rgb } from '@zikao/contract/pixel-measures';
import { type FaceFinder, type FinderState, openFaceFinder } from './face-finder.ts';

export type Finding = FinderState & { look: FaceFinder['look']; retry: () => void };

/** The detector as long as the page is open: its worker, its models and their memory go with the page. */
export function useFaceFinder(): Finding {
  const [state, setState] = useState<FinderState>({ status: 'loading', share: 0 });
  const [attempt, setAttempt] = useState(0);
  const finder = useRef<FaceFinder>(undefined);

  useEffect(() => {
    const opened = openFaceFinder(setState);
    finder.current = opened;
    return () => opened.close();
  }, [attempt]);

  const look = useCallback(async (bitmap: ImageBitmap, background: Rgb) => {
    return finder.current?.look(bitmap, background);
  }, []);
  const retry = useCallback(() => {
    setState({ status: 'loading', share: 0 });
    setAttempt((times) => times + 1);
  }, []);
  return { ...state, look, retry };
}
