import { eq, sql } from 'drizzle-orm';
import {
  type ExamFunction,
  type ExamSession,
  type OwnSlot,
  type Slot,
  slotsIn,
  type Window,
} from '@zikao/contract/exams';
import type { Ctx } from '#platform/context';
import { examSessions, ownSlots, slots } from './tables.ts';

/** What readers of the catalogue need; also outside a request. */
export type Reader = Pick<Ctx, 'db'>;

interface Row extends Record<string, unknown> {
  id: string;
  name: string;
  year: number;
  month: 4 | 10;
  slots: Slot[];
  ownSlots: OwnSlot[];
  windows: { function: ExamFunction; opensAt: string; closesAt: string }[];
  now: Date;
}

/**
 * The session candidates register for now, with its half-days and the province's windows; districts may have their
 * own, see `windowOf`. One query: it is asked for by everybody in the opening minute.
 */
export async function currentSession(ctx: Reader): Promise<ExamSession | undefined> {
  const { rows } = await ctx.db.execute<Row>(sql`
    select s.id, s.name, s.year, s.month, app_now() as now,
      (select coalesce(json_agg(json_build_object(
         'no', no, 'date', date, 'part', part, 'start', start, 'end', "end") order by no), '[]')
       from slots where session = s.id) as slots,
      (select coalesce(json_agg(json_build_object('district', district,
         'no', no, 'date', date, 'part', part, 'start', start, 'end', "end") order by district, no), '[]')
       from own_slots where session = s.id) as "ownSlots",
      (select coalesce(json_agg(json_build_object(
         'function', function, 'opensAt', opens_at, 'closesAt', closes_at)), '[]')
       from windows where session = s.id and district is null) as windows
    from exam_sessions s where s.current`);
  const [row] = rows;
  if (!row) return undefined;
  const { id, name, year, month } = row;
  const at = new Date(row.now);
  const windows = Object.fromEntries(
    row.windows.map((window) => [window.function, toWindow(window.opensAt, window.closesAt, at)]),
  );
  return { id, name, year, month, slots: row.slots, ownSlots: row.ownSlots, windows };
}

/** The days (ISO) on which a session examines. */
export async function examDays(ctx: Reader, session: string): Promise<string[]> {
  const rows = await ctx.db
    .selectDistinct({ date: slots.date })
    .from(slots)
    .where(eq(slots.session, session))
    .orderBy(slots.date);
  return rows.map(({ date }) => date);
}

/** The half-days of a session, in order; with a district as it sits them. */
export async function slotsOf(ctx: Reader, session: string, district?: string | null): Promise<Slot[]> {
  const { no, date, part, start, end } = slots;
  const rows = await ctx.db
    .select({ no, date, part, start, end })
    .from(slots)
    .where(eq(slots.session, session))
    .orderBy(sql`${slots.no}::int`);
  return district ? slotsIn({ slots: rows, ownSlots: await ownSlotsOf(ctx, session) }, district) : rows;
}

/** What districts have for themselves of a session's half-days. */
export function ownSlotsOf(ctx: Reader, session: string): Promise<OwnSlot[]> {
  const { district, no, date, part, start, end } = ownSlots;
  return ctx.db
    .select({ district, no, date, part, start, end })
    .from(ownSlots)
    .where(eq(ownSlots.session, session))
    .orderBy(ownSlots.district, sql`${ownSlots.no}::int`);
}

/** Names of all sessions by id. */
export async function sessionNames(ctx: Reader): Promise<Map<string, string>> {
  const rows = await ctx.db.select({ id: examSessions.id, name: examSessions.name }).from(examSessions);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** `[opensAt, closesAt)`: open at the first moment, closed at the last. */
export function toWindow(opensAt: string | Date, closesAt: string | Date, at: Date): Window {
  const [opens, closes] = [new Date(opensAt), new Date(closesAt)];
  return { opensAt: opens.toISOString(), closesAt: closes.toISOString(), open: at >= opens && at < closes };
}
