import type { FiledApplication } from '@zikao/contract/applications/shapes';
import type { Profile, TimelineEntry } from '@zikao/contract/candidates';
import type { Enrolment } from '@zikao/contract/enrolments';
import type { z } from 'zod';

type Entry = z.output<typeof TimelineEntry>;

/** The timelines of everything that was filed, as one, newest first; `of` tells them apart. */
export function happenings(
  profile: Profile,
  enrolment: Enrolment | null,
  filed: readonly FiledApplication[],
) {
  return mergeTimelines([
    { of: '基本信息', entries: profile.timeline },
    { of: '报考信息', entries: enrolment?.timeline ?? [] },
    ...filed.map(({ title, timeline }) => ({ of: title, entries: timeline })),
  ]);
}

export function mergeTimelines(timelines: readonly { of: string; entries: readonly Entry[] }[]) {
  return timelines
    .flatMap(({ of, entries }, at) => entries.map((entry, index) => ({ ...entry, of, id: `${at}-${index}` })))
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

/** The colour only repeats what the label says. */
export function toneOf(label: string): 'info' | 'ok' | 'no' {
  if (/不通过|未通过/.test(label)) return 'no';
  return /通过|成功|已采集/.test(label) ? 'ok' : 'info';
}
