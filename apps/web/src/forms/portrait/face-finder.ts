import type { Rgb } from '@zikao/contract/pixel-measures';
import type { FromWorker, Look, Seen } from './face-messages.ts';

export type FinderState = { status: 'loading'; share: number } | { status: 'ready' } | { status: 'failed' };

/** Looks at pictures beside the page. Without its models it still measures what needs no face. */
export interface FaceFinder {
  /** Takes the bitmap over. Undefined when this browser cannot tell: then the server alone decides. */
  look(bitmap: ImageBitmap, background: Rgb): Promise<Seen | undefined>;
  close(): void;
}

export function openFaceFinder(onState: (state: FinderState) => void): FaceFinder {
  const worker = new Worker(new URL('./face-worker.ts', import.meta.url), { type: 'module' });
  const asked = new Map<number, (seen: Seen | undefined) => void>();
  let last = 0;
  let broken = false;
  let over = false;

  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === 'progress') {
      // After one file failed the others may still be on their way.
      if (!over) onState({ status: 'loading', share: data.share });
    } else if (data.kind === 'ready' || data.kind === 'failed') {
      over = true;
      onState({ status: data.kind });
    } else settle(data.id, data.kind === 'seen' ? data.seen : undefined);
  });
  worker.addEventListener('error', () => {
    broken = true;
    over = true;
    onState({ status: 'failed' });
    for (const id of asked.keys()) settle(id, undefined);
  });

  function settle(id: number, seen: Seen | undefined) {
    asked.get(id)?.(seen);
    asked.delete(id);
  }

  return {
    look(bitmap, background) {
      if (broken) return Promise.resolve(undefined);
      const id = ++last;
      const message: Look = { id, bitmap, background };
      return new Promise((resolve) => {
        asked.set(id, resolve);
        worker.postMessage(message, [bitmap]);
      });
    },
    close() {
      worker.terminate();
      for (const id of asked.keys()) settle(id, undefined);
    },
  };
}
