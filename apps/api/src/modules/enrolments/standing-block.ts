import { examDays } from '#modules/exams';
import { loadStandingRows, standingOn, type StandingRow } from '#modules/records';
import { today } from '#platform/clock';
import type { Ctx } from '#platform/context';
import { standingFault } from './rules/standing.ts';

/** Why 考籍状态 stands against enrolling in a session: as it is today, and as it will be on the days of the exam. */
export async function standingBlock(
  ctx: Pick<Ctx, 'db'>,
  { candidate, session }: { candidate: string; session: string },
  read?: readonly StandingRow[],
): Promise<string | undefined> {
  const rows = read ?? (await loadStandingRows(ctx, candidate));
  if (rows.length === 0) return undefined;
  const days = [await today(ctx.db), ...(await examDays(ctx, session))];
  return standingFault(days.map((day) => standingOn(rows, day, true)));
}
