import { faultsOf, type Place, planSeating } from './plan/index.ts';
import type { ExportedRun } from './export-run.ts';
import { hashOf } from './seed.ts';

export interface PlannedAgain {
  /** The seed is the one whose hash was shown before the run. */
  seedIsTheOne: boolean;
  /** Rules that the published places break. */
  faults: number;
  /** Sittings that are elsewhere when planned again; undefined: it could not be planned at all. */
  others: number | undefined;
  places: Place[];
}

/** Plans an exported run once more, from nothing but the file, and compares. */
export function planAgain({ seedHash, input, places }: ExportedRun): PlannedAgain {
  const planned = planSeating(input);
  const same = (a: Place | undefined, b: Place) =>
    a?.venue === b.venue && a.room === b.room && a.seat === b.seat;
  return {
    seedIsTheOne: hashOf(input.seed) === seedHash,
    faults: faultsOf(input, places).length,
    others: planned.ok ? planned.places.filter((place, at) => !same(places[at], place)).length : undefined,
    places: planned.ok ? planned.places : [],
  };
}
