import { and, eq, ne, or } from 'drizzle-orm';
import { type ExamSession, slotsIn } from '@zikao/contract/exams';
import { today } from '#platform/clock';
import type { Signed } from '#platform/context';
import { codeTables, majorsOf, offeringsOf, slotName } from '#modules/exams';
import { loadRecord, type RecordFile } from '#modules/records';
import type { Facts } from './rules/facts.ts';
import { enrolments, enrolmentSubmissions } from './tables.ts';

type CodeTables = Awaited<ReturnType<typeof codeTables>>;

/**
 * What the rules judge the caller by: the catalogue, the session's timetable as the chosen `district` sits it, the caller's
 * 考籍 and past. The code tables and the 考籍 are read unless the caller has them already.
 */
export async function loadFacts(
  ctx: Signed,
  session: ExamSession,
  read: { district?: string | undefined; tables?: CodeTables; record?: RecordFile } = {},
): Promise<Facts> {
  const tables = read.tables ?? (await codeTables(ctx, ['district', 'course']));
  const named = (table: 'district' | 'course') =>
    new Map(tables[table]?.map(({ code, name }) => [code, name]));
  const record = read.record ?? (await loadRecord(ctx, ctx.actor.id));
  const offered = await offeringsOf(ctx, session.id);
  return {
    today: await today(ctx.db),
    districts: named('district'),
    majors: new Map((await majorsOf(ctx)).map((major) => [major.code, major])),
    enrolledBefore: await majorsBefore(ctx, session.id, record),
    slots: new Map(slotsIn(session, read.district).map((slot) => [slot.no, slotName(slot)])),
    offered: new Map(offered.map((course) => [course.code, course])),
    courseNames: named('course'),
    record: new Map(
      [...record.counting].map(([course, { kind, score, when }]) => [
        course,
        { kind, when, ...(score && { score }) },
      ]),
    ),
  };
}

/** Majors of approved enrolments of other sessions, and those the 考籍 names. */
async function majorsBefore(
  ctx: Signed,
  session: string,
  { counting, past }: RecordFile,
): Promise<Set<string>> {
  const rows = await ctx.db
    .select({ major: enrolments.major })
    .from(enrolments)
    .leftJoin(
      enrolmentSubmissions,
      and(
        eq(enrolmentSubmissions.enrolment, enrolments.id),
        eq(enrolmentSubmissions.no, enrolments.submission),
      ),
    )
    .where(
      and(
        eq(enrolments.candidate, ctx.actor.id),
        ne(enrolments.session, session),
        // One set aside by a 合档 was approved all the same, if the district said so.
        or(
          eq(enrolments.state, 'approved'),
          and(eq(enrolments.state, 'setAside'), eq(enrolmentSubmissions.decision, 'approve')),
        ),
      ),
    );
  const entries = [...counting.values(), ...past.map(({ entry }) => entry)];
  return new Set([...rows, ...entries].flatMap(({ major }) => major ?? []));
}
