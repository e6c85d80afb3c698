import { asc, eq } from 'drizzle-orm';
import { type ExamFunction, type ExamSession, FUNCTION_KEYS, type Window } from '@zikao/contract/exams';
import { now } from '#platform/clock';
import type { Ctx } from '#platform/context';
import { examSessions, slots, windows } from './tables.ts';

type Has = Pick<Ctx, 'db'>;
type WindowRow = typeof windows.$inferSelect;

/** The session the province works on, with the windows that hold for everybody; undefined: none now. */
export async function currentSession(ctx: Has): Promise<ExamSession | undefined> {
  const [session] = await ctx.db.select().from(examSessions).where(eq(examSessions.current, true));
  if (!session) return undefined;
  const [days, rows, at] = await Promise.all([
    ctx.db.select().from(slots).where(eq(slots.session, session.id)).orderBy(asc(slots.no)),
    ctx.db.select().from(windows).where(eq(windows.session, session.id)),
    now(ctx.db),
  ]);
  const { id, name, year, month } = session;
  const entries = FUNCTION_KEYS.map((key) => [key, pick(rows, key, undefined, at)] as const);
  return {
    id,
    name,
    year,
    month,
    slots: days.map(({ no, date, part, start, end }) => ({ no, date, part, start, end })),
    windows: Object.fromEntries(entries.filter(([, window]) => window !== undefined)),
  };
}

/** When a function is open for a district: its own row goes before the province's. Undefined: never set. */
export async function windowOf(
  ctx: Has,
  session: string,
  key: ExamFunction,
  district?: string,
): Promise<Window | undefined> {
  const rows = await ctx.db.select().from(windows).where(eq(windows.session, session));
  return pick(rows, key, district, await now(ctx.db));
}

function pick(
  rows: WindowRow[],
  key: ExamFunction,
  district: string | undefined,
  at: Date,
): Window | undefined {
  const mine = rows.filter((row) => row.function === key);
  const row =
    mine.find((found) => found.district === district && district) ??
    mine.find(({ district: of }) => of === null);
  if (!row) return undefined;
  return {
    opensAt: row.opensAt.toISOString(),
    closesAt: row.closesAt.toISOString(),
    open: at >= row.opensAt && at < row.closesAt,
  };
}

/** Names of all sessions by id: what was in them is history. */
export async function sessionNames(ctx: Has): Promise<Map<string, string>> {
  const rows = await ctx.db.select().from(examSessions);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
