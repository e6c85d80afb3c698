import { and, eq, isNull } from 'drizzle-orm';
import { USUAL_RULES, type ExamRules } from '@zikao/contract/exam-rules';
import type { Reader } from './current-session.ts';
import { findProvince } from './province.ts';
import { windows, workingDays } from './tables.ts';
import { officeEndAfter } from './working-days.ts';

export async function examRules(ctx: Reader): Promise<ExamRules> {
  return (await findProvince(ctx))?.rules ?? USUAL_RULES;
}

/** Until when scores published at a moment can be questioned: by working days and office hours, to the minute. */
export async function recheckEnd(ctx: Reader, publishedAt: Date): Promise<Date> {
  const { recheck, office } = await examRules(ctx);
  const days = await ctx.db.select({ day: workingDays.day, working: workingDays.working }).from(workingDays);
  const exceptions = new Map(days.map(({ day, working }) => [day, working]));
  return officeEndAfter(publishedAt, { ...recheck, closes: office.closes }, exceptions);
}

/** Scores are out: 成绩复核 is open from now to its exact end, whatever was planned. */
export async function openRecheck(ctx: Reader, session: string, publishedAt: Date): Promise<void> {
  const closesAt = await recheckEnd(ctx, publishedAt);
  const set = { opensAt: publishedAt, closesAt };
  const moved = await ctx.db
    .update(windows)
    .set(set)
    .where(and(eq(windows.session, session), eq(windows.function, 'recheck'), isNull(windows.district)))
    .returning({ session: windows.session });
  if (moved.length === 0) await ctx.db.insert(windows).values({ session, function: 'recheck', ...set });
}
