import { eq } from 'drizzle-orm';
import type { OwnDeskRequest } from '@zikao/contract/desk/shapes';
import { countAddress, refuseBusyAddress } from '#modules/identity';
import { type Ctx, transaction } from '#platform/context';
import { Problem } from '#platform/problem';
import { ownView, refuseDecided } from './owner.ts';
import { type RequestRow, undoIndex } from './seal.ts';
import { deskRequests } from './tables.ts';
import { undo } from './undo.ts';

/** What the code of a message stands for. Wrong ones count like wrong passwords, per address. */
export async function readUndo(ctx: Ctx, code: string): Promise<OwnDeskRequest> {
  return ownView(ctx, await byCode(ctx, code));
}

/** Whoever has the code has the old number: no account, no password needed. */
export async function undoByCode(ctx: Ctx, code: string): Promise<OwnDeskRequest> {
  await byCode(ctx, code);
  // Whoever else may be signed in on this browser: the code is what counts.
  const { actor: _, ...anyone } = ctx;
  const row = await transaction(anyone as Ctx, async (ctx) => {
    const [locked] = await select(ctx, code).for('update');
    refuseDecided(locked!);
    return undo(ctx, locked!, 'owner', '原手机号的使用人凭撤销码撤销');
  });
  ctx.wake();
  return ownView(ctx, row);
}

async function byCode(ctx: Ctx, code: string): Promise<RequestRow> {
  await refuseBusyAddress(ctx);
  const [row] = await select(ctx, code);
  if (row) return row;
  await countAddress(ctx);
  throw new Problem('desk.undoCodeWrong');
}

const select = (ctx: Ctx, code: string) =>
  ctx.db
    .select()
    .from(deskRequests)
    .where(eq(deskRequests.undoIndex, undoIndex(ctx.keys, code)));
