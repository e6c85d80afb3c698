import { eq } from 'drizzle-orm';
import type { DeskRequest } from '@zikao/contract/desk/shapes';
import { act } from '#platform/act';
import { appNow } from '#platform/clock';
import { type Ctx, type Signed, transaction } from '#platform/context';
import { trace } from '#platform/trace';
import { lockRequest } from './get.ts';
import { refuseDecided } from './owner.ts';
import type { RequestRow } from './seal.ts';
import { deskSubject } from './subject.ts';
import { deskRequests } from './tables.ts';
import { tell } from './tell.ts';
import { view } from './view.ts';

/** 撤销 by an office, before it takes effect. */
export async function undoByOffice(ctx: Signed, id: string, reason: string): Promise<DeskRequest> {
  const answer = await transaction(ctx, async (ctx) => {
    const row = await lockRequest(ctx, id);
    return view(ctx, await undo(ctx, row, 'office', reason));
  });
  ctx.wake();
  return answer;
}

/** 撤销 by the account's owner, signed in. */
export async function undoByOwner(ctx: Signed, id: string): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const row = await lockRequest(ctx, id);
    refuseDecided(row);
    await undo(ctx, row, 'owner', '账号使用人在网上撤销');
  });
  ctx.wake();
}

/** Ends it before it took effect; afterwards `conflict`. The row is locked. */
export async function undo(
  ctx: Ctx,
  row: RequestRow,
  undoneBy: 'owner' | 'office',
  note: string,
): Promise<RequestRow> {
  await act(ctx, deskSubject, 'undo', row.id, {
    set: { undoneBy, endedAt: appNow, endNote: note },
    note: { text: note },
  });
  const [now] = await ctx.db.select().from(deskRequests).where(eq(deskRequests.id, row.id));
  await trace(ctx, { subject: `desk:${row.id}`, candidate: row.target, why: note });
  await tell(ctx, now!, 'undone');
  return now!;
}
