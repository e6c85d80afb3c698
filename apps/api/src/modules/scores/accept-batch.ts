import { and, eq, sql } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { acceptScoreBatch as contract } from '@zikao/contract/score-office';
import { act } from '#platform/act';
import { appNow } from '#platform/clock';
import { transaction, type Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { type BatchRow, getBatch, toBatch } from './find-batch.ts';
import { lockSession, refuseUnderRelease } from './lock-session.ts';
import { batchSubject } from './subjects.ts';
import { scoreRows, scores } from './tables.ts';

/** From now on its good rows count, and where it may, instead of what earlier batches said. */
export async function acceptBatch(
  ctx: Signed,
  { params: { batch: id }, body: { withoutFaulty } }: Parsed<typeof contract>,
): Promise<Given<typeof contract>> {
  const { session } = await getBatch(ctx, id);
  return transaction(ctx, async (ctx) => {
    await lockSession(ctx, session);
    await refuseUnderRelease(ctx, session);
    const batch = await getBatch(ctx, id);
    await act(ctx, batchSubject, 'accept', id, { set: { acceptedAt: appNow } });
    const { good, rows, replaces } = batch.result!;
    if (good < rows && !withoutFaulty) throw new Problem('scores.faulty');
    if (good === 0) throw new Problem('conflict', '这一批没有可以采用的行，请作废后重新上传。');
    await refuseOutdated(ctx, batch);
    if (replaces)
      await ctx.db.execute(sql`
        update ${scoreRows} e set counts = false from ${scoreRows} r
        where r.batch = ${id} and r.faults = '[]' and e.session = ${session} and e.counts
          and e.candidate = r.candidate and e.course = r.course`);
    await ctx.db
      .update(scoreRows)
      .set({ counts: true })
      .where(and(eq(scoreRows.batch, id), sql`${scoreRows.faults} = '[]'`));
    await trace(ctx, { subject: `scoreBatch:${id}`, why: `采用第 ${batch.no} 批成绩 ${good} 条` });
    return toBatch(ctx, id);
  });
}

/** What was accepted or published since the check may contradict it. */
async function refuseOutdated(ctx: Signed, { id, session, result }: BatchRow): Promise<void> {
  const { rows } = await ctx.db.execute<{ outdated: boolean }>(sql`
    select exists (
      select from ${scoreRows} r join ${scores} p
        on p.session = ${session} and p.candidate = r.candidate and p.course = r.course
      where r.batch = ${id} and r.faults = '[]'
    ) or (not ${result!.replaces}::boolean and exists (
      select from ${scoreRows} r join ${scoreRows} e
        on e.session = ${session} and e.counts and e.candidate = r.candidate and e.course = r.course
      where r.batch = ${id} and r.faults = '[]'
    )) as outdated`);
  if (rows[0]!.outdated) throw new Problem('scores.checkAgain');
}
