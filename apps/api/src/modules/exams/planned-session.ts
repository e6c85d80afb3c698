import { and, asc, count, eq, isNotNull, max, min } from 'drizzle-orm';
import { FUNCTION_KEYS } from '@zikao/contract/exams';
import type { Phase, PlannedSession, SessionHead } from '@zikao/contract/sessions';
import { today as todayOf } from '#platform/clock';
import { Problem } from '#platform/problem';
import { ownSlotsOf, type Reader } from './current-session.ts';
import { readinessOf } from './readiness.ts';
import { examSessions, offerings, slots, texts, windows } from './tables.ts';

/** All sessions, the latest first. */
export async function listSessions(ctx: Reader): Promise<SessionHead[]> {
  const rows = await ctx.db
    .select({ session: examSessions, first: min(slots.date), last: max(slots.date) })
    .from(examSessions)
    .leftJoin(slots, eq(slots.session, examSessions.id))
    .groupBy(examSessions.id);
  const today = await todayOf(ctx.db);
  return rows
    .map(({ session: { id, name, year, month, current, archivedAt }, first, last }) => ({
      id,
      name,
      year,
      month,
      current,
      phase: phaseOf({ current, archived: archivedAt !== null, over: last !== null && last < today }),
      ...(first && last && { firstDay: first, lastDay: last }),
    }))
    .toSorted((a, b) => b.year - a.year || b.month - a.month);
}

function phaseOf({ current, archived, over }: Record<'current' | 'archived' | 'over', boolean>): Phase {
  if (archived) return 'archived';
  if (current) return 'current';
  return over ? 'examined' : 'preparing';
}

/** One session as the province edits it. Throws `notFound`. */
export async function plannedSession(ctx: Reader, id: string): Promise<PlannedSession> {
  const head = (await listSessions(ctx)).find((session) => session.id === id);
  const [row] = await ctx.db.select().from(examSessions).where(eq(examSessions.id, id));
  if (!head || !row) throw new Problem('notFound');
  const halfDays = await ctx.db.select().from(slots).where(eq(slots.session, id)).orderBy(asc(slots.no));
  const planned = await ctx.db.select().from(windows).where(eq(windows.session, id));
  const [offered] = await ctx.db
    .select({ courses: count() })
    .from(offerings)
    .where(eq(offerings.session, id));
  const [prospectus] = await ctx.db
    .select({ texts: count() })
    .from(texts)
    .where(and(eq(texts.kind, 'prospectus'), isNotNull(texts.publishedAt)));
  const open = {
    slots: halfDays.map(({ no, date, part, start, end }) => ({ no, date, part, start, end })),
    windows: planned
      .map(({ function: of, district, opensAt, closesAt }) => ({
        function: of,
        ...(district && { district }),
        opensAt: opensAt.toISOString(),
        closesAt: closesAt.toISOString(),
      }))
      .toSorted(inOrder),
    courses: offered!.courses,
  };
  return {
    ...head,
    version: row.version,
    ...open,
    ownSlots: await ownSlotsOf(ctx, id),
    readiness: readinessOf({ ...open, prospectus: prospectus!.texts > 0 }),
  };
}

const inOrder = (a: PlannedSession['windows'][number], b: PlannedSession['windows'][number]) =>
  FUNCTION_KEYS.indexOf(a.function) - FUNCTION_KEYS.indexOf(b.function) ||
  (a.district ?? '').localeCompare(b.district ?? '');
