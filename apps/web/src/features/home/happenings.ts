import type { FiledApplication } from '@zikao/contract/applications/shapes';
import type { Profile, TimelineEntry } from '@zikao/contract/candidates';
import type { Enrolment } from '@zikao/contract/enrolments';
import type { ScoreSession } from '@zikao/contract/scores';
import type { SessionSittings } from '@zikao/contract/sittings';
import type { z } from 'zod';

type Entry = z.output<typeof TimelineEntry>;

/** What came out for a candidate: scores, what corrected them, seats. */
export interface Published {
  scores: readonly ScoreSession[];
  sittings: readonly SessionSittings[];
}

/** The timelines of everything that was filed and came out, as one, newest first; `of` tells them apart. */
export function happenings(
  profile: Profile,
  enrolment: Enrolment | null,
  filed: readonly FiledApplication[],
  { scores, sittings }: Published = { scores: [], sittings: [] },
) {
  return mergeTimelines([
    { of: '基本信息', entries: profile.timeline },
    { of: '报考信息', entries: enrolment?.timeline ?? [] },
    ...filed.map(({ title, timeline }) => ({ of: title, entries: timeline })),
    ...sittings.map(({ session, seatsAt, items }) => ({
      of: `${session.name}考试`,
      entries: seatsAt && items.some(({ seat }) => seat) ? [{ at: seatsAt, label: '考场和座位已公布' }] : [],
    })),
    ...scores.map((session) => ({ of: `${session.name}考试`, entries: scoreEntries(session) })),
  ]);
}

function scoreEntries({ publishedAt, items }: ScoreSession): Entry[] {
  const passed = items.filter((item) => item.passed).length;
  return [
    { at: publishedAt, label: '成绩已公布', note: `${items.length} 门，合格 ${passed} 门` },
    ...items.flatMap(({ name, value, corrected }) =>
      corrected
        ? [{ at: corrected.at, label: '成绩已更正', note: `${name}：${corrected.from} 改为 ${value}` }]
        : [],
    ),
  ];
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
