import { and, eq, gt, ne } from 'drizzle-orm';
import type { Queue } from '@zikao/contract/review';
import { appNow } from '#platform/clock';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { refuseHeld } from './held.ts';
import { claims } from './tables.ts';

/**
 * Refuses to change a case while a colleague looks at it, or while a decision on it is about to take effect: what was
 * decided on must be what was seen.
 */
export async function refuseUnderHands(ctx: Signed, queue: Queue, subject: string): Promise<void> {
  await refuseHeld(ctx, queue, subject);
  const theirs = and(
    eq(claims.queue, queue),
    eq(claims.subject, subject),
    gt(claims.until, appNow),
    ne(claims.officer, ctx.actor.id),
  );
  if (await ctx.db.$count(claims, theirs))
    throw new Problem('review.claimed', '同事正在审核这名考生的基本信息，请等他审完或放回后再采集。');
}
