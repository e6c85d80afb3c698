import { and, eq, isNull } from 'drizzle-orm';
import { passwordFault } from '@zikao/contract/codes/password';
import { emit } from '#platform/act';
import { transaction, type Ctx } from '#platform/context';
import { hashPassword } from '#platform/crypto';
import { forget } from '#platform/limit';
import { invalid } from '#platform/problem';
import { trace } from '#platform/trace';
import { countAddress, refuseBusyAddress } from './count-failures.ts';
import { redeemCode, wrongCode } from './redeem-code.ts';
import { openIdNumber, phoneIndex } from './seal.ts';
import { triesOf } from './sign-in.ts';
import { accounts, sessions } from './tables.ts';

/** 忘记密码: the code proves the phone, the new password counts, every session ends. */
export async function resetPassword(
  ctx: Ctx,
  body: { phone: string; code: string; password: string },
): Promise<void> {
  await refuseBusyAddress(ctx);
  const passwordHash = await hashPassword(body.password);
  const account = await transaction(ctx, async (ctx) => {
    // Not right: committed all the same, the wrong one counts. A bad password rolls back, and the code stays good.
    if (!(await redeemCode(ctx, { purpose: 'passwordReset', phone: body.phone, code: body.code })))
      return undefined;
    const [found] = await ctx.db
      .update(accounts)
      .set({ passwordHash })
      .where(
        and(
          eq(accounts.phoneIndex, phoneIndex(ctx.keys, body.phone)),
          eq(accounts.active, true),
          isNull(accounts.paperCodeNo), // its phone alone does not open it: an officer may have mistyped it
        ),
      )
      .returning();
    if (!found) return undefined;
    const fault = passwordFault(body.password, [openIdNumber(ctx.keys, found), body.phone]);
    if (fault) throw invalid('password', fault);
    await ctx.db.delete(sessions).where(eq(sessions.account, found.id));
    await emit(ctx, 'account.passwordChanged', { account: found.id });
    await trace(ctx, { subject: `account:${found.id}`, candidate: found.id });
    return found;
  });
  if (!account) {
    await countAddress(ctx);
    throw wrongCode();
  }
  await forget(ctx, triesOf(account.id));
  ctx.wake();
}
