import { sql } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { discardScoreBatch as contract } from '@zikao/contract/score-office';
import { act } from '#platform/act';
import { transaction, type Signed } from '#platform/context';
import { trace } from '#platform/trace';
import { getBatch, toBatch } from './find-batch.ts';
import { lockSession, refuseUnderRelease } from './lock-session.ts';
import { batchSubject } from './subjects.ts';
import { scoreBatches, scoreRows } from './tables.ts';

/** Its rows count no more; what it had corrected is again what the batch accepted before said. */
export async function discardBatch(
  ctx: Signed,
  { params: { batch: id }, body: { reason } }: Parsed<typeof contract>,
): Promise<Given<typeof contract>> {
  const { session, no } = await getBatch(ctx, id);
  return transaction(ctx, async (ctx) => {
    await lockSession(ctx, session);
    const before = await getBatch(ctx, id);
    if (before.state === 'accepted') await refuseUnderRelease(ctx, session);
    await act(ctx, batchSubject, 'discard', id, { set: { reason, job: null } });
    if (before.state === 'accepted') await takeBack(ctx, id, session);
    await trace(ctx, { subject: `scoreBatch:${id}`, why: `作废第 ${no} 批成绩：${reason}` });
    return toBatch(ctx, id);
  });
}

async function takeBack(ctx: Signed, id: string, session: string): Promise<void> {
  await ctx.db.execute(sql`
    create temp table taken_back on commit drop as
    select candidate, course from ${scoreRows} where batch = ${id} and counts`);
  await ctx.db.execute(sql`update ${scoreRows} set counts = false where batch = ${id} and counts`);
  await ctx.db.execute(sql`
    update ${scoreRows} t set counts = true
    from (
      select distinct on (r.candidate, r.course) r.batch, r.no
      from taken_back g
      join ${scoreRows} r on r.session = ${session} and r.candidate = g.candidate and r.course = g.course
      join ${scoreBatches} b on b.id = r.batch and b.state = 'accepted'
      where r.faults = '[]' and b.id <> ${id}
      order by r.candidate, r.course, b.accepted_at desc, b.no desc) former
    where t.batch = former.batch and t.no = former.no`);
}
