import { and, asc, eq, sql } from 'drizzle-orm';
import { type ReplacementRow, REPLACEMENTS } from '@zikao/contract/catalogue-tables';
import type { ImportTarget } from '#platform/imports';
import { courses, equivalences } from './tables.ts';

const where = ({ basis, old, course }: ReplacementRow) =>
  and(eq(equivalences.basis, basis), eq(equivalences.old, old), eq(equivalences.course, course));

/** 课程顶替与免考, imported as a table. */
export const replacementTable: ImportTarget<ReplacementRow> = {
  definition: REPLACEMENTS,
  async lock({ db }) {
    await db.execute(sql`lock table equivalences in share row exclusive mode`);
  },
  async current({ db }) {
    const rows = await db
      .select()
      .from(equivalences)
      .orderBy(asc(equivalences.position), asc(equivalences.course));
    return rows.map(({ basis, old, name, course, fewerCredits, from, until, grade, source }) => ({
      basis,
      old,
      name,
      course,
      fewerCredits,
      from,
      until,
      grade,
      source,
    }));
  },
  async check(ctx, _, filed) {
    const known = new Set(
      (await ctx.db.select({ code: courses.code }).from(courses)).map(({ code }) => code),
    );
    return filed.flatMap(({ no, row }) => replacementFaults(row, known).map((fault) => ({ no, ...fault })));
  },
  async write({ db }, { added, changed, removed }) {
    for (const { row } of removed) await db.delete(equivalences).where(where(row));
    const [last] = await db
      .select({ position: sql<number>`coalesce(max(${equivalences.position}), 0)` })
      .from(equivalences);
    if (added.length)
      await db
        .insert(equivalences)
        .values(added.map(({ row }, at) => ({ ...row, from: row.from!, position: last!.position + at + 1 })));
    for (const { after } of changed)
      await db
        .update(equivalences)
        .set({ ...after, from: after.from! })
        .where(where(after));
  },
};

/** What is wrong with a replacement. */
export function replacementFaults(
  { basis, old, course, from, until }: ReplacementRow,
  known: ReadonlySet<string>,
): { title: string; message: string }[] {
  return [
    ...(known.has(course) ? [] : [{ title: '可顶替的课程代码', message: `课程表里没有 ${course}` }]),
    ...(basis === 'passed' && old === course ? [{ title: '可顶替的课程代码', message: '不能顶替自己' }] : []),
    ...(from === null ? [{ title: '起始日期', message: '请填写' }] : []),
    ...(from !== null && until !== null && until < from
      ? [{ title: '截止日期', message: '不应早于起始日期' }]
      : []),
  ];
}
