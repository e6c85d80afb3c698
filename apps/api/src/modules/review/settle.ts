import { and, eq } from 'drizzle-orm';
import { pino } from 'pino';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { settleDecision } from '@zikao/contract/review-held';
import { inBackground, type Services, type Signed, transaction } from '#platform/context';
import { Problem } from '#platform/problem';
import type { Listener } from '#platform/outbox';
import { accounts } from '#tables/identity';
import { type Applied, apply } from './apply.ts';
import { type HeldRow, openHeld } from './held.ts';
import { tell } from './notices.ts';
import { claims, heldDecisions } from './tables.ts';

/** 立即生效: the officer does not wait. */
export async function settleNow(
  ctx: Signed,
  { params }: Parsed<typeof settleDecision>,
): Promise<Given<typeof settleDecision>> {
  const applied = await transaction(ctx, async (ctx) => {
    const row = await take(ctx, params.held);
    if (!row || row.officer !== ctx.actor.id) throw new Problem('conflict', '这个决定已经生效或撤销。');
    return applyHeld(ctx, row);
  });
  ctx.wake();
  return applied;
}

/** Lets decisions take effect when nobody has taken them back. A decision may be due twice: it counts once. */
export const listen: Listener = async (services, event) => {
  if (event.name !== 'decision.due') return;
  const row = await take(services, event.payload.held);
  if (!row) return;
  const { ctx, active } = await onBehalfOf(services, row);
  try {
    if (!active) throw new Problem('forbidden', '作出决定的账号已经停用。');
    await applyHeld(ctx, row);
  } catch (refusal) {
    // What the officer saw has changed meanwhile: they are told, and the case waits again. Anything else is tried again.
    if (!(refusal instanceof Problem)) throw refusal;
    await giveBack(ctx, row, refusal);
  }
};

/** The row, gone for everybody else once this commits. */
async function take({ db }: Pick<Services, 'db'>, held: string): Promise<HeldRow | undefined> {
  const [row] = await db.delete(heldDecisions).where(eq(heldDecisions.id, held)).returning();
  return row;
}

function applyHeld(ctx: Signed, row: HeldRow): Promise<Applied> {
  const { queue, subject: id, no, seconds } = row;
  return apply(ctx, { queue, id, no, body: openHeld(ctx.keys, row).body, seconds });
}

async function giveBack(ctx: Signed, row: HeldRow, { extra, message }: Problem): Promise<void> {
  const { queue, subject } = row;
  const { name } = openHeld(ctx.keys, row);
  const own = and(eq(claims.queue, queue), eq(claims.subject, subject), eq(claims.officer, row.officer));
  await ctx.db.delete(claims).where(own);
  const said = `您对${name}的决定没有生效：${extra.detail ?? message}`;
  await tell(ctx, { officer: row.officer, queue, subject, said });
}

/**
 * What the officer decided happens as theirs, as it came in, if they may still decide; held, so that once the province has
 * put them out of use or elsewhere, nothing of theirs takes effect any more.
 */
async function onBehalfOf(
  services: Services,
  { officer, ip, request }: HeldRow,
): Promise<{ ctx: Signed; active: boolean }> {
  const [account] = await services.db.select().from(accounts).where(eq(accounts.id, officer)).for('share');
  const { id, role, name, district, active } = account!;
  const actor = { id, role, name, session: '', ...(district && { district }) };
  const ctx = inBackground({ ...services, log: pino({ enabled: false }) }, actor);
  return { ctx: { ...ctx, ip, request, call: 'review.decide', traced: { done: false } }, active };
}
