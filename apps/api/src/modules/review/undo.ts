import { and, eq } from 'drizzle-orm';
import type { Parsed } from '@zikao/contract/endpoint';
import type { undoDecision } from '@zikao/contract/review-held';
import { type Signed, transaction } from '#platform/context';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { lease } from './claim.ts';
import { getHead } from './find.ts';
import { sourceOf } from './queues.ts';
import { heldDecisions } from './tables.ts';

/**
 * Takes one's own decision back, as long as it has not taken effect; the case is held again. Taking effect and taking
 * back both want the row: one of them gets it.
 */
export function undo(ctx: Signed, { params }: Parsed<typeof undoDecision>): Promise<void> {
  return transaction(ctx, async (ctx) => {
    const own = and(eq(heldDecisions.id, params.held), eq(heldDecisions.officer, ctx.actor.id));
    const [row] = await ctx.db.delete(heldDecisions).where(own).returning();
    if (!row) throw new Problem('conflict', '这个决定已经生效，不能撤销。');
    const { queue, subject } = row;
    await lease(ctx, queue, subject);
    const { candidate } = await getHead(ctx, queue, subject);
    const { lifecycle } = sourceOf(ctx, queue);
    await trace(ctx, { subject: `${lifecycle.subject}:${subject}`, candidate, why: '撤销刚作的决定' });
  });
}
