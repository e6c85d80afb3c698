import { useEffect } from 'react';
import { getPicture } from '@zikao/contract/candidates';
import { type Case, getCase, type Queue } from '@zikao/contract/review';
import { claimAhead } from '@zikao/contract/review-held';
import { call, pathOf } from '#api/client';
import { inTurn } from './in-turn.ts';

/** The next case, read while this one is looked at: with its pictures, which a page that shows them again finds there. */
const kept = new Map<string, { shown: Case; pictures: HTMLImageElement[] }>();

/** The case read ahead, once: opened a second time it is read anew. */
export function takeAhead(id: string): Case | undefined {
  const found = kept.get(id);
  kept.delete(id);
  return found?.shown;
}

/**
 * Has the next case ready while `held` (since when this one is: renewed with it). It is put back by the server together
 * with the case at hand. Reading ahead is written to the trail as what it is: the officer got to see it.
 */
export function useAhead(queue: Queue, held: number | undefined): void {
  useEffect(() => {
    if (held === undefined) return;
    let left = false;
    // Not for somebody who only walks by.
    const timer = setTimeout(() => {
      // Without it the next case is read when it is opened.
      readAhead(queue, () => !left).catch(() => {});
    }, 1_000);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [queue, held]);
  useEffect(() => () => kept.clear(), []);
}

async function readAhead(queue: Queue, wanted: () => boolean): Promise<void> {
  const { id } = await inTurn(() => call(claimAhead, { params: { queue } }));
  if (!id || kept.has(id)) return;
  const shown = await call(getCase, { params: { queue, id } });
  if (wanted()) kept.set(id, { shown, pictures: Object.values(shown.pictures).map(load) });
}

function load(id: string): HTMLImageElement {
  const image = new Image();
  image.src = pathOf(getPicture, { params: { id } });
  return image;
}
