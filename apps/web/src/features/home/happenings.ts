import type { TimelineEntry } from '@zikao/contract/candidates';
import type { z } from 'zod';

type Entry = z.output<typeof TimelineEntry>;

/** Several timelines as one, newest first; `of` tells them apart. */
export function mergeTimelines(timelines: Record<string, readonly Entry[]>) {
  return Object.entries(timelines)
    .flatMap(([of, entries]) => entries.map((entry, index) => ({ ...entry, of, id: `${of}-${index}` })))
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

/** The colour only repeats what the label says. */
export function toneOf(label: string): 'info' | 'ok' | 'no' {
  if (/不通过|未通过/.test(label)) return 'no';
  return /通过|成功|已采集/.test(label) ? 'ok' : 'info';
}
