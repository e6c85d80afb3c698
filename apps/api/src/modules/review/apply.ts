import type { Decision, Queue } from '@zikao/contract/review';
import { and, eq } from 'drizzle-orm';
import { type Signed, transaction } from '#platform/context';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { decideApplication } from '#modules/applications';
import { decideProfile } from '#modules/candidates';
import { decideEnrolment } from '#modules/enrolments';
import { getHead, lockCase } from './find.ts';
import { noteReasons } from './note-reasons.ts';
import { sourceOf } from './queues.ts';
import { claims, decisions } from './tables.ts';

export interface Applied {
  state: string;
  /** What the candidate reads. */
  message: string;
  admissionNumber?: string;
}
type Decide = (
  ctx: Signed,
  id: string,
  no: number,
  decision: Decision,
) => Promise<Applied & { action?: string }>;

const DECIDE: Record<string, Decide> = { profiles: decideProfile, enrolments: decideEnrolment };
const decideOf = (queue: Queue): Decide => DECIDE[queue] ?? decideApplication;

/** A decision as an officer gave it. */
export interface Given {
  queue: Queue;
  id: string;
  /** The submission that was looked at. */
  no: number;
  body: Decision;
  /** How long; null: together with others. */
  seconds: number | null;
}

/**
 * Lets a decision take effect, in one transaction: the case, the message, the figures, the trail; its lease ends. The
 * same rules for every way to decide. Refused: `notFound`, `request.stale` (a newer submission), `conflict`.
 */
export function apply(ctx: Signed, { queue, id, no, body, seconds }: Given): Promise<Applied> {
  const of = sourceOf(ctx, queue);
  return transaction(ctx, async (ctx) => {
    const { candidate, district } = await getHead(ctx, queue, id);
    const now = await lockCase(ctx, queue, id);
    if (now.no !== no) throw new Problem('request.stale', '考生已重新提交，请刷新后再审核。');
    if (!of.decides(ctx.actor.role).includes(now.state)) throw new Problem('conflict');
    const { action, ...applied } = await decideOf(queue)(ctx, id, no, body);
    const { decision } = body;
    const stage = ctx.actor.role === 'province' ? 'province' : 'district';
    const [row] = await ctx.db
      .insert(decisions)
      .values({ queue, subject: id, no, officer: ctx.actor.id, decision, seconds, district, stage })
      .returning({ id: decisions.id });
    if (body.decision === 'reject') await noteReasons(ctx, queue, row!.id, body.reasons);
    await ctx.db.delete(claims).where(and(eq(claims.queue, queue), eq(claims.subject, id)));
    await trace(ctx, {
      subject: `${of.lifecycle.subject}:${id}`,
      candidate,
      why: of.lifecycle.actions[action ?? decision]!.label,
    });
    return applied;
  });
}

/**
 * What `apply` would come to, without any of it: the same rules, so nobody learns only later that it is refused. Numbers
 * given on the way are given back.
 */
export async function rehearse(ctx: Signed, given: Given): Promise<Applied> {
  try {
    return await transaction(ctx, async (ctx) => {
      throw new Rehearsed(await apply({ ...ctx, traced: { done: false } }, given));
    });
  } catch (end) {
    if (end instanceof Rehearsed) return end.applied;
    throw end;
  }
}

/** Thrown so that the transaction is rolled back. */
class Rehearsed extends Error {
  readonly applied: Applied;
  constructor(applied: Applied) {
    super('rehearsed');
    this.applied = applied;
  }
}
