import { desc, eq } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import { daysToMove, movedDate, type createSession as contract } from '@zikao/contract/sessions';
import { transaction, type Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { plannedSession } from './planned-session.ts';
import { examSessions, offerings, slots, windows } from './tables.ts';

const DAY = 86_400_000;

/** A new session; what it is made of comes from the latest one before it, moved by whole weeks. */
export function createSession(
  ctx: Signed,
  { body: { year, month } }: Parsed<typeof contract>,
): Promise<Given<typeof contract>> {
  return transaction(ctx, async (ctx) => {
    const id = `${year}-${String(month).padStart(2, '0')}`;
    const sessions = await ctx.db
      .select()
      .from(examSessions)
      .orderBy(desc(examSessions.year), desc(examSessions.month));
    const source = sessions.find((one) => one.year < year || (one.year === year && one.month < month));
    const made = await ctx.db
      .insert(examSessions)
      .values({ id, name: `${year} 年 ${month} 月`, year, month })
      .onConflictDoNothing()
      .returning();
    if (made.length === 0) throw new Problem('session.exists');
    if (source) await copy(ctx, source.id, { id, year, month });
    await trace(ctx, { subject: `session:${id}`, why: source ? `沿用 ${source.name}` : '新建' });
    return plannedSession(ctx, id);
  });
}

async function copy(
  ctx: Signed,
  from: string,
  to: { id: string; year: number; month: number },
): Promise<void> {
  const halfDays = await ctx.db.select().from(slots).where(eq(slots.session, from));
  const first = halfDays.map(({ date }) => date).toSorted()[0];
  if (!first) return;
  const days = daysToMove(first, to.year, to.month);
  const later = (moment: Date) => new Date(moment.getTime() + days * DAY);
  await ctx.db
    .insert(slots)
    .values(halfDays.map((slot) => ({ ...slot, session: to.id, date: movedDate(slot.date, days) })));
  const planned = await ctx.db.select().from(windows).where(eq(windows.session, from));
  if (planned.length)
    await ctx.db.insert(windows).values(
      planned.map((window) => ({
        ...window,
        session: to.id,
        opensAt: later(window.opensAt),
        closesAt: later(window.closesAt),
      })),
    );
  const offered = await ctx.db.select().from(offerings).where(eq(offerings.session, from));
  if (offered.length)
    await ctx.db.insert(offerings).values(offered.map((one) => ({ ...one, session: to.id })));
}
