import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import type { SmsPurpose } from '@zikao/contract/identity';
import type { Ctx } from '#platform/context';
import { blindIndex, type Keys } from '#platform/crypto';
import { Problem } from '#platform/problem';
import { phoneIndex } from './seal.ts';
import { smsCodes } from './tables.ts';

export const MOST_WRONG = 5;

/** Keyed: six digits without a key would be found by trying. */
export function hashCode(keys: Keys, purpose: SmsPurpose, phone: string, code: string): Buffer {
  return blindIndex(keys, 'smsCodes.code', `${purpose} ${phone} ${code}`);
}

/**
 * Whether the code is the one sent to this number for this purpose; a right one is used up, the fifth wrong one burns
 * it. One statement: of two at once one wins. Call it outside a transaction that may roll back.
 */
export async function redeemCode(
  ctx: Ctx,
  { purpose, phone, code }: { purpose: SmsPurpose; phone: string; code: string },
): Promise<boolean> {
  const fits = sql`${smsCodes.codeHash} = ${hashCode(ctx.keys, purpose, phone, code)}`;
  const [row] = await ctx.db
    .update(smsCodes)
    .set({
      usedAt: sql`case when ${fits} then app_now() end`,
      wrong: sql`${smsCodes.wrong} + case when ${fits} then 0 else 1 end`,
    })
    .where(
      and(
        eq(smsCodes.phoneIndex, phoneIndex(ctx.keys, phone)),
        eq(smsCodes.purpose, purpose),
        isNull(smsCodes.usedAt),
        lt(smsCodes.wrong, MOST_WRONG),
        sql`${smsCodes.expiresAt} > app_now()`,
      ),
    )
    .returning({ usedAt: smsCodes.usedAt });
  return Boolean(row?.usedAt);
}

/** Makes a code good again that was redeemed in this same transaction. */
export async function giveBackCode(
  ctx: Ctx,
  { purpose, phone }: { purpose: SmsPurpose; phone: string },
): Promise<void> {
  await ctx.db
    .update(smsCodes)
    .set({ usedAt: null })
    .where(and(eq(smsCodes.phoneIndex, phoneIndex(ctx.keys, phone)), eq(smsCodes.purpose, purpose)));
}

/** The refusal of a code, at its field. */
export function wrongCode(path = 'code'): Problem {
  return new Problem('code.wrong', { errors: [{ path, message: '短信验证码不正确或已过期' }] });
}
