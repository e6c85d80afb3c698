import { parentPort } from 'node:worker_threads';
import { faultsOf } from './faults.ts';
import type { SeatingInput, Shortfall, Sitting } from './input.ts';
import { planSeating } from './plan.ts';
import { reportOf, type SeatingReport } from './report.ts';

/** What a planning thread is told: what to plan with, the sittings page by page, to begin. */
export type Told = { frame: Omit<SeatingInput, 'sittings'> } | { sittings: Sitting[] } | { plan: true };

/** What it says. `places`: venue, room and seat of each sitting, one after the other. */
export type Said =
  | { share: number }
  | { shortfalls: Shortfall[] }
  | { places: Int32Array<ArrayBuffer>; report: SeatingReport }
  | { fault: string };

let frame: Omit<SeatingInput, 'sittings'> | undefined;
const sittings: Sitting[] = [];
const say = (said: Said, transfer: ArrayBuffer[] = []) => parentPort!.postMessage(said, transfer);

parentPort!.on('message', (told: Told) => {
  if ('frame' in told) frame = told.frame;
  else if ('sittings' in told) for (const sitting of told.sittings) sittings.push(sitting);
  else plan({ ...frame!, sittings });
});

function plan(input: SeatingInput): void {
  try {
    const found = planSeating(input, { onProgress: (share) => say({ share }) });
    if (!found.ok) return say({ shortfalls: found.shortfalls });
    // By a check that knows nothing of how it was planned: what breaks a rule is never kept.
    const [fault] = faultsOf(input, found.places);
    if (fault) return say({ fault: `${fault.rule} ${fault.sitting}` });
    const places = new Int32Array(found.places.length * 3);
    for (const [at, { venue, room, seat }] of found.places.entries()) places.set([venue, room, seat], at * 3);
    say({ places, report: reportOf(input, found.places) }, [places.buffer]);
  } catch (error) {
    say({ fault: error instanceof Error ? error.message : 'unknown' });
  }
}
