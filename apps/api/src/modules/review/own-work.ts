import { asc, eq, sql } from 'drizzle-orm';
import type { Given } from '@zikao/contract/endpoint';
import type { getOwnWork } from '@zikao/contract/review-held';
import type { Signed } from '#platform/context';
import { openHeld } from './held.ts';
import { noticesOf } from './notices.ts';
import { heldDecisions } from './tables.ts';

/** What the officer can still take back, and what they should know. */
export async function ownWork(ctx: Signed): Promise<Given<typeof getOwnWork>> {
  const rows = await ctx.db
    .select({
      held: heldDecisions,
      left: sql<number>`greatest(0, ceil(extract(epoch from ${heldDecisions.until} - app_now())))::int`,
    })
    .from(heldDecisions)
    .where(eq(heldDecisions.officer, ctx.actor.id))
    .orderBy(asc(heldDecisions.at), asc(heldDecisions.id));
  return {
    held: rows.map(({ held, left }) => ({
      id: held.id,
      queue: held.queue,
      subject: held.subject,
      name: openHeld(ctx.keys, held).name,
      decision: held.decision,
      until: held.until.toISOString(),
      secondsLeft: left,
    })),
    notices: await noticesOf(ctx),
  };
}
