import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { decide as endpoint, Decision, Queue } from '@zikao/contract/review';
import { and, eq } from 'drizzle-orm';
import { type Signed, transaction } from '#platform/context';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { decideApplication } from '#modules/applications';
import { decideProfile } from '#modules/candidates';
import { decideEnrolment } from '#modules/enrolments';
import { claimNext } from './claim-next.ts';
import { requireClaim } from './claim.ts';
import { getHead, lockCase } from './find.ts';
import { type Source, sourceOf } from './queues.ts';
import { claims, decisions } from './tables.ts';

type Decide = (
  ctx: Signed,
  id: string,
  no: number,
  decision: Decision,
) => Promise<{ state: string; message: string; admissionNumber?: string; action?: string }>;

const DECIDE: Record<string, Decide> = { profiles: decideProfile, enrolments: decideEnrolment };
const decideOf = (queue: Queue): Decide => DECIDE[queue] ?? decideApplication;

/** Decides the submission the officer has seen and holds, and hands over the next case, all or nothing. */
export async function decide(
  ctx: Signed,
  { params: { queue, id }, body }: Parsed<typeof endpoint>,
): Promise<Given<typeof endpoint>> {
  const of = sourceOf(ctx, queue);
  refuseUnknownFields(of, body);
  const answer = await transaction(ctx, async (ctx) => {
    const { candidate } = await getHead(ctx, queue, id);
    const seconds = await requireClaim(ctx, queue, id);
    const { no, state } = await lockCase(ctx, queue, id);
    if (no !== ctx.ifMatch) throw new Problem('request.stale', '考生已重新提交，请刷新后再审核。');
    if (!of.decides(ctx.actor.role).includes(state)) throw new Problem('conflict');
    const { action, ...decided } = await decideOf(queue)(ctx, id, no, body);
    const { decision } = body;
    await ctx.db
      .insert(decisions)
      .values({ queue, subject: id, no, officer: ctx.actor.id, decision, seconds });
    await ctx.db.delete(claims).where(and(eq(claims.queue, queue), eq(claims.subject, id)));
    await trace(ctx, {
      subject: `${of.lifecycle.subject}:${id}`,
      candidate,
      why: of.lifecycle.actions[action ?? decision]!.label,
    });
    return { ...decided, next: await claimNext(ctx, queue) };
  });
  ctx.wake();
  return answer;
}

/** A reason the candidate could not find on the form would help nobody. */
function refuseUnknownFields({ fields }: Source, body: Decision): void {
  if (body.decision === 'approve') return;
  const errors = body.reasons.flatMap(({ field }, i) =>
    Object.hasOwn(fields, field) ? [] : [{ path: `reasons.${i}.field`, message: '没有这一项，请重新选择' }],
  );
  if (errors.length) throw new Problem('request.invalid', { errors });
}
