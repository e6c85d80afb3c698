import { desc, eq } from 'drizzle-orm';
import { sessionNames } from '#modules/exams';
import type { Signed } from '#platform/context';
import { seatsOf } from './seats-of.ts';
import { seatingRuns } from './tables.ts';

/** For 下载我的数据: every published seat. */
export async function ownData(ctx: Signed) {
  const runs = await ctx.db
    .select({ session: seatingRuns.session })
    .from(seatingRuns)
    .where(eq(seatingRuns.state, 'published'))
    .orderBy(desc(seatingRuns.publishedAt));
  const names = await sessionNames(ctx);
  const own = [];
  for (const { session } of runs) {
    const items = await seatsOf(ctx, session, ctx.actor.id);
    if (items.length) own.push({ session: names.get(session) ?? session, items });
  }
  return { seats: own };
}
