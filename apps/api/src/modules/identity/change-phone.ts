import { and, eq, ne } from 'drizzle-orm';
import type { z } from 'zod';
import type { Account } from '@zikao/contract/identity';
import { emit } from '#platform/act';
import { transaction, type Signed } from '#platform/context';
import { invalid, Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { getAccount } from './get-account.ts';
import { phoneOf } from './phone-of.ts';
import { giveBackCode, redeemCode, wrongCode } from './redeem-code.ts';
import { phoneIndex, sealPhone } from './seal.ts';
import { accounts } from './tables.ts';

interface Change {
  oldCode: string;
  phone: string;
  newCode: string;
}

/** A code to the old number and one to the new: both must be right, and a right one survives the other's typing error. */
export async function changePhone(ctx: Signed, body: Change): Promise<z.input<typeof Account>> {
  const { id } = ctx.actor;
  const old = (await phoneOf(ctx, id))!;
  if (old === body.phone) throw invalid('phone', '新手机号与现在的手机号相同');
  const wrong = await transaction(ctx, async (ctx) => {
    const field = await redeemBoth(ctx, old, body);
    if (field) return field; // committed: it counts
    const others = and(eq(accounts.phoneIndex, phoneIndex(ctx.keys, body.phone)), ne(accounts.id, id));
    if (await ctx.db.$count(accounts, others)) throw new Problem('registration.phoneTaken');
    await ctx.db.update(accounts).set(sealPhone(ctx.keys, body.phone)).where(eq(accounts.id, id));
    await emit(ctx, 'account.phoneChanged', { candidate: id });
    await trace(ctx, { subject: `account:${id}`, candidate: id });
    return undefined;
  }).catch(duplicate);
  if (wrong) throw wrongCode(wrong);
  ctx.wake();
  return getAccount(ctx);
}

async function redeemBoth(ctx: Signed, old: string, { oldCode, phone, newCode }: Change) {
  if (!(await redeemCode(ctx, { purpose: 'phoneOld', phone: old, code: oldCode }))) return 'oldCode';
  if (await redeemCode(ctx, { purpose: 'phoneNew', phone, code: newCode })) return undefined;
  await giveBackCode(ctx, { purpose: 'phoneOld', phone: old });
  return 'newCode';
}

// Somebody took the number between the look and the write: the unique index says so.
function duplicate(error: unknown): never {
  const { code, cause } = error as { code?: string; cause?: { code?: string } };
  if ((cause?.code ?? code) === '23505') throw new Problem('registration.phoneTaken');
  throw error;
}
