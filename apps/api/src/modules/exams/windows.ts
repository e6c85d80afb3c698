import { and, eq, isNull, or, sql } from 'drizzle-orm';
import { type ExamFunction, FUNCTIONS, type Window } from '@zikao/contract/exams';
import { appNow, now } from '#platform/clock';
import { Problem } from '#platform/problem';
import { currentSession, type Reader, toWindow } from './current-session.ts';
import { momentText } from './moment-text.ts';
import { districts, windows } from './tables.ts';

/** When a function of a session is open, for a district or (without one) for the province; null: not published. */
export async function windowOf(
  ctx: Reader,
  session: string,
  of: ExamFunction,
  district?: string | null,
): Promise<Window | null> {
  const [row] = await ctx.db
    .select({ opensAt: windows.opensAt, closesAt: windows.closesAt, now: appNow.mapWith(windows.opensAt) })
    .from(windows)
    .where(
      and(
        eq(windows.session, session),
        eq(windows.function, of),
        or(isNull(windows.district), district ? eq(windows.district, district) : undefined),
      ),
    )
    .orderBy(sql`${windows.district} nulls last`)
    .limit(1);
  return row ? toWindow(row.opensAt, row.closesAt, row.now) : null;
}

/** The same for every district, by its code; a district without any window is left out. */
export async function windowsOf(
  ctx: Reader,
  session: string,
  of: ExamFunction,
): Promise<Map<string, Window>> {
  const at = await now(ctx.db);
  const rows = await ctx.db
    .selectDistinctOn([districts.code], {
      code: districts.code,
      opensAt: windows.opensAt,
      closesAt: windows.closesAt,
    })
    .from(districts)
    .innerJoin(windows, or(isNull(windows.district), eq(windows.district, districts.code)))
    .where(and(eq(windows.session, session), eq(windows.function, of)))
    .orderBy(districts.code, sql`${windows.district} nulls last`);
  return new Map(rows.map((row) => [row.code, toWindow(row.opensAt, row.closesAt, at)]));
}

/** The session whose window of a function is open, else opens next, else closed last. */
export async function sessionOfWindow(
  ctx: Reader,
  of: ExamFunction,
): Promise<{ id: string; name: string } | undefined> {
  const { rows } = await ctx.db.execute<{ id: string; name: string }>(sql`
    select s.id, s.name from windows w join exam_sessions s on s.id = w.session, app_now() at
    where w.function = ${of} and w.district is null
    order by case when at >= w.opens_at and at < w.closes_at then 0 when at < w.opens_at then 1 else 2 end,
      abs(extract(epoch from case when at < w.opens_at then w.opens_at else w.closes_at end - at))
    limit 1`);
  return rows[0];
}

/** Refuses with the times when a function of the current session is closed; the commit judges once more. */
export async function requireOpen(ctx: Reader, of: ExamFunction, district?: string | null): Promise<void> {
  const session = await currentSession(ctx);
  const window = session && (await windowOf(ctx, session.id, of, district));
  if (window?.open) return;
  throw new Problem('window.closed', { detail: closedText(of, window ?? null, await now(ctx.db)) });
}

/** 注册报名已于 2027年3月8日 12:00 截止。 */
export function closedText(of: ExamFunction, window: Window | null, at: Date): string {
  const name = FUNCTIONS[of];
  if (!window) return `${name}的办理时间还没有公布，请留意通知公告。`;
  return at < new Date(window.opensAt)
    ? `${name}将于 ${momentText(window.opensAt)} 开始。`
    : `${name}已于 ${momentText(window.closesAt)} 截止。`;
}
