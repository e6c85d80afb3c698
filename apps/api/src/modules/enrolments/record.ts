import type { RecordEntry } from '@zikao/contract/enrolments';
import type { z } from 'zod';
import type { Signed } from '#platform/context';
import { recordOf, type RecordRow } from '#modules/candidates';
import { coursesOf } from '#modules/exams';

/** 合格成绩: what the candidate's 考籍 holds, one line per course. */
export async function getRecord(ctx: Signed): Promise<{ items: z.input<typeof RecordEntry>[] }> {
  const entries = [...bestOf(await recordOf(ctx, ctx.actor.id)).values()].toSorted((a, b) =>
    a.course < b.course ? -1 : 1,
  );
  const courses = await coursesOf(
    ctx,
    entries.map(({ course }) => course),
  );
  return {
    items: entries.map(({ course, kind, score, when }) => ({
      code: course,
      name: courses.get(course)?.name ?? course,
      credits: courses.get(course)?.credits ?? null,
      kind,
      ...(score && { score }),
      when,
    })),
  };
}

/** Per course the entry that counts: of several numeric scores the best, else the latest. Entries come oldest first. */
export function bestOf<T extends Pick<RecordRow, 'course' | 'score'>>(entries: readonly T[]): Map<string, T> {
  const best = new Map<string, T>();
  for (const entry of entries) {
    const before = best.get(entry.course);
    if (!before || !(Number(before.score) > Number(entry.score))) best.set(entry.course, entry);
  }
  return best;
}
