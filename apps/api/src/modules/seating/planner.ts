import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SeatingInput, SeatingReport, Shortfall, Sitting } from './plan/index.ts';
import type { Said, Told } from './plan/thread.ts';

const MOST_MB = 2_048;

export type Planned =
  | { ok: true; report: SeatingReport; place(at: number): { venue: number; room: number; seat: number } }
  | { ok: false; shortfalls: Shortfall[] };

/** Planning in a thread of its own: the process goes on answering. */
export interface Planner {
  feed(sittings: Sitting[]): void;
  /** `onShare` may refuse, which stops it. */
  plan(onShare: (share: number) => Promise<void>): Promise<Planned>;
  end(): Promise<unknown>;
}

export function openPlanner(frame: Omit<SeatingInput, 'sittings'>): Planner {
  const worker = new Worker(join(import.meta.dirname, 'plan/thread.ts'), {
    resourceLimits: { maxOldGenerationSizeMb: MOST_MB },
    env: {},
  });
  const tell = (told: Told) => worker.postMessage(told, []);
  tell({ frame });
  return {
    feed: (sittings) => tell({ sittings }),
    plan: (onShare) =>
      new Promise((done, failed) => {
        worker.on('message', (said: Said) => {
          if ('share' in said) onShare(said.share).catch(failed);
          else if ('fault' in said) failed(new Error(said.fault));
          else if ('shortfalls' in said) done({ ok: false, shortfalls: said.shortfalls });
          else done({ ok: true, report: said.report, place: placeIn(said.places) });
        });
        void once(worker, 'exit').then(() => failed(new Error('the planner ended')), failed);
        tell({ plan: true });
      }),
    end: () => worker.terminate(),
  };
}

const placeIn = (places: Int32Array) => (at: number) => ({
  venue: places[at * 3]!,
  room: places[at * 3 + 1]!,
  seat: places[at * 3 + 2]!,
});
