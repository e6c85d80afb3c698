import { sql } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import { type holdDecision as endpoint, UNDO_SECONDS } from '@zikao/contract/review-held';
import { emit } from '#platform/act';
import { type Signed, transaction } from '#platform/context';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { rehearse } from './apply.ts';
import { claimNext } from './claim-next.ts';
import { lease, requireClaim } from './claim.ts';
import { refuseUnknownFields } from './decide.ts';
import { getHead } from './find.ts';
import { sealHeld } from './held.ts';
import { sourceOf } from './queues.ts';
import { heldDecisions } from './tables.ts';

/**
 * Takes a decision down, to take effect in a while unless it is taken back. It is refused now if it would be refused
 * then. What makes it take effect is written with it, so it is never lost; nothing else is written, so nobody sees it.
 */
export async function hold(
  ctx: Signed,
  { params: { queue, id }, body }: Parsed<typeof endpoint>,
): Promise<Given<typeof endpoint>> {
  const of = sourceOf(ctx, queue);
  refuseUnknownFields(of, body);
  return transaction(ctx, async (ctx) => {
    const { candidate, name } = await getHead(ctx, queue, id);
    const seconds = await requireClaim(ctx, queue, id);
    const no = ctx.ifMatch;
    await rehearse(ctx, { queue, id, no, body, seconds });
    const [held] = await ctx.db
      .insert(heldDecisions)
      .values({
        queue,
        subject: id,
        no,
        officer: ctx.actor.id,
        decision: body.decision,
        ...sealHeld(ctx.keys, body, name ?? ''),
        seconds,
        ip: ctx.ip,
        request: ctx.request,
        until: sql`app_now() + make_interval(secs => ${UNDO_SECONDS})`,
      })
      .onConflictDoNothing()
      .returning();
    if (!held) throw new Problem('conflict', '这一件刚刚作出决定，即将生效。');
    await emit(ctx, 'decision.due', { held: held.id }, UNDO_SECONDS);
    // Whoever takes it back goes on with the case.
    await lease(ctx, queue, id);
    const why = `${of.lifecycle.actions[body.decision]?.label ?? '审核'}，${UNDO_SECONDS} 秒内可撤销`;
    await trace(ctx, { subject: `${of.lifecycle.subject}:${id}`, candidate, why });
    const { id: heldId, decision, until } = held;
    return {
      held: {
        id: heldId,
        queue,
        subject: id,
        name: name ?? '',
        decision,
        until: until.toISOString(),
        secondsLeft: UNDO_SECONDS,
      },
      next: await claimNext(ctx, queue),
    };
  });
}
