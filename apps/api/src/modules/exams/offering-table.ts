import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { type OfferingRow, OFFERINGS } from '@zikao/contract/catalogue-tables';
import type { Signed } from '#platform/context';
import type { Fault, ImportTarget } from '#platform/imports';
import { courses, examSessions, offerings, slots } from './tables.ts';

/** 开考课程 of a session, imported as a table. */
export const offeringTable = (session: string): ImportTarget<OfferingRow> => ({
  definition: OFFERINGS,
  async lock({ db }) {
    // As whoever changes the session does: one of them at a time.
    await db.execute(sql`select from exam_sessions order by id for update`);
  },
  async current({ db }) {
    return db
      .select({ course: offerings.course, slot: offerings.slot })
      .from(offerings)
      .where(eq(offerings.session, session))
      .orderBy(asc(offerings.slot), asc(offerings.course));
  },
  async check(ctx, { changed, removed }, filed) {
    const moved = [...changed.map(({ before }) => before), ...removed.map(({ row }) => row)];
    return [
      ...(await offeringFaults(ctx, session, filed)),
      ...(await takenFaults(
        ctx,
        session,
        moved.map(({ course }) => course),
      )),
    ];
  },
  async write({ db }, { added, changed, removed }) {
    const gone = [...removed.map(({ row }) => row.course), ...changed.map(({ after }) => after.course)];
    if (gone.length)
      await db.delete(offerings).where(and(eq(offerings.session, session), inArray(offerings.course, gone)));
    const rows = [...added.map(({ row }) => row), ...changed.map(({ after }) => after)];
    if (rows.length) await db.insert(offerings).values(rows.map((row) => ({ ...row, session })));
    await db
      .update(examSessions)
      .set({ version: sql`${examSessions.version} + 1` })
      .where(eq(examSessions.id, session));
  },
});

/** Courses that do not exist, half-days that the session has not. */
export async function offeringFaults(
  { db }: Signed,
  session: string,
  filed: readonly { no: number; row: OfferingRow }[],
): Promise<(Fault & { no: number })[]> {
  const known = new Set((await db.select({ code: courses.code }).from(courses)).map(({ code }) => code));
  const halfDays = new Set(
    (await db.select({ no: slots.no }).from(slots).where(eq(slots.session, session))).map(({ no }) => no),
  );
  return filed.flatMap(({ no, row }) => [
    ...(known.has(row.course) ? [] : [{ no, title: '课程代码', message: `课程表里没有 ${row.course}` }]),
    ...(halfDays.has(row.slot) ? [] : [{ no, title: '场次', message: `这个考次没有第 ${row.slot} 场` }]),
  ]);
}

/** Courses of the session that people have enrolled for: they are neither moved nor taken away. */
export async function takenFaults(ctx: Signed, session: string, moved: string[]): Promise<Fault[]> {
  const people = await ctx.inUse(ctx, { courses: moved, session });
  return [...people.courses].map(([course, count]) => ({
    message: `课程 ${course} 已有 ${count} 名考生在这个考次报考，不能改场次或取消`,
  }));
}
