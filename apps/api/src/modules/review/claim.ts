import { and, eq, gt, lte, or, sql } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import { type claimCase, LEASE_SECONDS, type Queue, QUEUES, type releaseCase } from '@zikao/contract/review';
import { appNow } from '#platform/clock';
import { type Signed, transaction } from '#platform/context';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { getHead } from './find.ts';
import { keptForAnother } from './heads.ts';
import { refuseHeld } from './held.ts';
import { tell } from './notices.ts';
import { sourceOf } from './queues.ts';
import { claims } from './tables.ts';

/** Takes or renews the lease. A live one of somebody else only with `takeOver`, and that is written down. */
export function claim(
  ctx: Signed,
  { params: { queue, id }, body }: Parsed<typeof claimCase>,
): Promise<Given<typeof claimCase>> {
  return transaction(ctx, async (ctx) => {
    const head = await getHead(ctx, queue, id);
    const of = sourceOf(ctx, queue);
    if (!of.decides(ctx.actor.role).includes(head.state)) throw new Problem('conflict');
    await refuseHeld(ctx, queue, id);
    if (keptForAnother(ctx, head) && !body.takeOver)
      throw new Problem('review.claimed', `这一件重新提交后，先留给上次审核的${head.reservedName ?? '同事'}`);
    const until = await lease(ctx, queue, id, { ...body, overAhead: true });
    if (!until) throw new Problem('review.claimed', `${head.officerName ?? '同事'}正在审核这一件`);
    const taken = head.officer !== null && head.officer !== ctx.actor.id;
    if (taken) {
      const said = `${ctx.actor.name}接手了您正在审核的${head.name ?? ''}（${QUEUES[queue] ?? ''}），这一件现在由对方审核。`;
      await tell(ctx, { officer: head.officer!, queue, subject: id, said });
    }
    await trace(ctx, {
      subject: `${of.lifecycle.subject}:${id}`,
      candidate: head.candidate,
      why: taken ? `接手，原审核人：${head.officerName ?? ''}` : '领取审核',
    });
    return { mine: true, by: ctx.actor.name, until: until.toISOString() };
  });
}

/**
 * Until when the case is the actor's now; undefined: somebody else holds it. `ahead`: not looked at yet; `overAhead`: what a
 * colleague only took ahead is no hindrance.
 */
export async function lease(
  ctx: Signed,
  queue: Queue,
  id: string,
  { takeOver = false, ahead = false, overAhead = false } = {},
): Promise<Date | undefined> {
  const mine = eq(claims.officer, ctx.actor.id);
  const renewed = and(mine, gt(claims.until, appNow), eq(claims.ahead, ahead));
  const until = sql`app_now() + make_interval(secs => ${LEASE_SECONDS})`;
  const [row] = await ctx.db
    .insert(claims)
    .values({ queue, subject: id, officer: ctx.actor.id, until, ahead })
    .onConflictDoUpdate({
      target: [claims.queue, claims.subject],
      set: {
        officer: ctx.actor.id,
        // A renewed lease counts from where it began: the decision's seconds are measured from there.
        since: sql`case when ${renewed} then ${claims.since} else app_now() end`,
        until,
        ahead,
      },
      ...(!takeOver && {
        setWhere: or(mine, lte(claims.until, appNow), overAhead ? claims.ahead : undefined),
      }),
    })
    .returning({ until: claims.until });
  return row?.until;
}

/** Puts the case back, and the one taken ahead with it; somebody else's lease is left alone. */
export async function release(
  ctx: Signed,
  { params: { queue, id } }: Parsed<typeof releaseCase>,
): Promise<void> {
  await getHead(ctx, queue, id);
  const these = or(eq(claims.subject, id), claims.ahead);
  const own = and(eq(claims.queue, queue), these, eq(claims.officer, ctx.actor.id));
  await ctx.db.delete(claims).where(own);
}

/** The actor's live lease, locked; throws when there is none. Returns the seconds since it began. */
export async function requireClaim(ctx: Signed, queue: Queue, id: string): Promise<number> {
  const [held] = await ctx.db
    .select({
      officer: claims.officer,
      live: sql<boolean>`${claims.until} > app_now()`,
      seconds: sql<number>`extract(epoch from app_now() - ${claims.since})::int`,
    })
    .from(claims)
    .where(and(eq(claims.queue, queue), eq(claims.subject, id)))
    .for('update');
  if (!held?.live) throw new Problem('review.notClaimed');
  if (held.officer !== ctx.actor.id) throw new Problem('review.claimed');
  return held.seconds;
}

/** Puts back whatever an officer holds, who is signed out by the province. How many there were. */
export async function releaseAll(ctx: Pick<Signed, 'db'>, officer: string): Promise<number> {
  const { rowCount } = await ctx.db.delete(claims).where(eq(claims.officer, officer));
  return rowCount ?? 0;
}
