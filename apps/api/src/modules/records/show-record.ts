import type { Given } from '@zikao/contract/endpoint';
import type { getRecord } from '@zikao/contract/records';
import { coursesOf } from '#modules/exams';
import type { Ctx } from '#platform/context';
import type { Entry } from './counted.ts';
import { loadRecord, standingToday } from './load.ts';
import { penaltiesOf } from './penalties.ts';

type View = Given<typeof getRecord>;
type Courses = Awaited<ReturnType<typeof coursesOf>>;

/** 合格成绩: what counts, one line per course, and what does not any more, with the reason. */
export async function showRecord(ctx: Ctx, candidate: string): Promise<View> {
  const file = await loadRecord(ctx, candidate);
  const { counting, past, standingRows } = file;
  const items = [...counting.values()].toSorted((a, b) => (a.course < b.course ? -1 : 1));
  const codes = [...items, ...past.map(({ entry }) => entry)].map(({ course }) => course);
  const courses = await coursesOf(ctx, codes);
  return {
    standing: await standingToday(ctx, file),
    items: items.map((entry) => view(entry, courses)),
    past: past.map(({ entry, because, reversal }) => ({
      ...view(entry, courses),
      because,
      ...(reversal && { reversedAt: reversal.at.toISOString(), reason: reversal.reason! }),
    })),
    penalties: penaltiesOf(standingRows),
  };
}

function view(entry: Entry, courses: Courses): View['items'][number] {
  const { id, course, courseName, credits, kind, score, when, origin, admissionNumber } = entry;
  const known = courses.get(course);
  return {
    id,
    code: course,
    name: courseName ?? known?.name ?? course,
    credits: credits ?? known?.credits ?? null,
    kind,
    ...(score && { score }),
    when,
    origin,
    admissionNumber,
  };
}
