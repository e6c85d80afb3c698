import { eq } from 'drizzle-orm';
import type { DeskRequest } from '@zikao/contract/desk/shapes';
import { act } from '#platform/act';
import { appNow } from '#platform/clock';
import { type Signed, transaction } from '#platform/context';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { UNDO_TIME } from './effective.ts';
import { lockRequest } from './get.ts';
import { mayLookAgain } from './look-again.ts';
import { deskSubject } from './subject.ts';
import { deskRequests } from './tables.ts';
import { tell } from './tell.ts';
import { view } from './view.ts';

/** 复核同意: from now on it waits for the 24 hours to pass. */
export function confirm(ctx: Signed, id: string): Promise<DeskRequest> {
  return decide(ctx, id, 'confirm');
}

/** 复核不同意: nothing changes, and the account's owner is told. */
export function refuse(ctx: Signed, id: string, reason: string): Promise<DeskRequest> {
  return decide(ctx, id, 'refuse', reason);
}

async function decide(
  ctx: Signed,
  id: string,
  action: 'confirm' | 'refuse',
  reason?: string,
): Promise<DeskRequest> {
  const answer = await transaction(ctx, async (ctx) => {
    const row = await lockRequest(ctx, id);
    if (row.state !== 'confirming') throw new Problem('conflict');
    if (row.by === ctx.actor.id) throw new Problem('desk.ownRequest');
    if (!mayLookAgain(ctx.actor, row)) throw new Problem('conflict', '这一项由省考办复核。');
    await act(ctx, deskSubject, action, id, {
      set: {
        confirmedBy: ctx.actor.name,
        confirmedAt: appNow,
        ...(action === 'confirm'
          ? { effectiveAt: UNDO_TIME }
          : { endedAt: appNow, endNote: `复核不同意：${reason}` }),
      },
      ...(reason && { note: { text: reason } }),
    });
    const [now] = await ctx.db.select().from(deskRequests).where(eq(deskRequests.id, id));
    await trace(ctx, { subject: `desk:${id}`, candidate: row.target, why: reason ?? '复核同意' });
    await tell(ctx, now!, now!.state);
    return view(ctx, now!);
  });
  ctx.wake();
  return answer;
}
