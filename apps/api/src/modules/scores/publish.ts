import { and, eq, isNull } from 'drizzle-orm';
import { openRecheck, sessionNames } from '#modules/exams';
import { addEntries } from '#modules/records';
import { emit } from '#platform/act';
import { appNow } from '#platform/clock';
import type { Ctx } from '#platform/context';
import { fromScore } from './entry.ts';
import { scorePublications, scores } from './tables.ts';

/**
 * The scores of a session come out, inside the caller's transaction: they can be read, passes enter the 考籍, 成绩复核
 * is open for its working days, everybody is told. Once more: what came later comes out, the window stays.
 */
export async function publishScores(ctx: Ctx, session: string): Promise<void> {
  const first = await ctx.db
    .insert(scorePublications)
    .values({ session, publishedAt: appNow })
    .onConflictDoNothing()
    .returning({ publishedAt: scorePublications.publishedAt });
  if (first[0]) await openRecheck(ctx, session, first[0].publishedAt);
  const out = await ctx.db
    .update(scores)
    .set({ publishedAt: appNow })
    .where(and(eq(scores.session, session), isNull(scores.publishedAt)))
    .returning();
  const name = (await sessionNames(ctx)).get(session) ?? session;
  for (const [candidate, rows] of Map.groupBy(out, (row) => row.candidate)) {
    for (const row of rows.filter(({ passed }) => passed))
      await addEntries(ctx, candidate, `score:${row.id}`, [fromScore(row, name, 'scores')]);
    const message = `${name}考试的成绩已经公布，请到“查询 - 成绩查询”查看。对成绩有疑问的，可以在规定时间内申请成绩复核。`;
    await emit(ctx, 'scores.published', { candidate, message });
  }
}
