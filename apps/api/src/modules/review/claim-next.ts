import { and, asc, eq, exists, gt, inArray, notExists, type SQL, sql } from 'drizzle-orm';
import type { Queue } from '@zikao/contract/review';
import { type Signed, transaction } from '#platform/context';
import { trace } from '#platform/trace';
import { lease } from './claim.ts';
import { isNotHeld } from './held.ts';
import { sourceOf } from './queues.ts';
import { free } from './reserved.ts';
import { inScope } from './scope.ts';
import { claims } from './tables.ts';

/** Gives the next case, claimed: the one taken ahead, else the oldest waiting one nobody holds; null: none is left. */
export function claimNext(ctx: Signed, queue: Queue): Promise<string | null> {
  return transaction(ctx, async (ctx) => {
    await askInTurn(ctx, queue);
    const own = await oldestFree(ctx, queue, ownAhead(ctx, queue));
    return own && (await lease(ctx, queue, own.id)) ? own.id : claimFree(ctx, queue, '领取审核');
  });
}

/** Gives the case that comes after the one at hand, kept for the actor; asked for again, the same one. */
export function claimAhead(ctx: Signed, queue: Queue): Promise<string | null> {
  return transaction(ctx, async (ctx) => {
    await askInTurn(ctx, queue);
    const own = await oldestFree(ctx, queue, ownAhead(ctx, queue));
    if (own && (await lease(ctx, queue, own.id, { ahead: true }))) return own.id;
    return claimFree(ctx, queue, '预先领取下一件', { ahead: true });
  });
}

/**
 * One officer's askings wait for each other: who decides while the next case is still being taken ahead is given that one,
 * and not told that none is left because its row is locked.
 */
export async function askInTurn({ actor, db }: Signed, queue: Queue): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`next ${queue} ${actor.id}`}, 0))`);
}

async function claimFree(
  ctx: Signed,
  queue: Queue,
  why: string,
  how?: { ahead: boolean },
): Promise<string | null> {
  for (;;) {
    const next = await oldestFree(ctx, queue, notExists(held(ctx, queue)));
    if (!next) return null;
    // A colleague may have claimed it between our look and our lock; the next look sees that.
    if (!(await lease(ctx, queue, next.id, how))) continue;
    const { subject } = sourceOf(ctx, queue).lifecycle;
    await trace(ctx, { subject: `${subject}:${next.id}`, candidate: next.candidate, why });
    return next.id;
  }
}

const ownAhead = (ctx: Signed, queue: Queue) =>
  exists(held(ctx, queue, and(claims.ahead, eq(claims.officer, ctx.actor.id))));

/** Live claims of a case. */
function held(ctx: Signed, queue: Queue, which?: SQL) {
  const of = sourceOf(ctx, queue);
  return ctx.db
    .select({ one: sql`1` })
    .from(claims)
    .where(
      and(
        eq(claims.queue, queue),
        eq(claims.subject, of.id),
        gt(claims.until, sql`(select app_now())`),
        which,
      ),
    );
}

/** Locks it, so that colleagues asking at the same moment are given the next ones. */
async function oldestFree(
  ctx: Signed,
  queue: Queue,
  which: SQL,
): Promise<{ id: string; candidate: string } | undefined> {
  const of = sourceOf(ctx, queue);
  const mine = of.decides(ctx.actor.role);
  if (mine.length === 0) return undefined;
  const [row] = await ctx.db
    .select({ id: of.id, candidate: of.candidate })
    .from(of.table)
    .where(
      and(
        inScope(ctx.actor, of),
        inArray(of.state, mine),
        free(ctx, of),
        isNotHeld(ctx, queue, of.id),
        which,
      ),
    )
    .orderBy(asc(of.submittedAt), asc(of.id))
    .limit(1)
    .for('update', { skipLocked: true });
  return row as { id: string; candidate: string } | undefined;
}
