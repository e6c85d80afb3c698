import { and, eq, isNotNull, lt, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { passwordFault } from '@zikao/contract/codes/password';
import type { FirstSignIn, Session } from '@zikao/contract/identity';
import { currentText } from '#modules/exams';
import { emit } from '#platform/act';
import { transaction, type Ctx } from '#platform/context';
import { hashPassword } from '#platform/crypto';
import { invalid } from '#platform/problem';
import { trace } from '#platform/trace';
import { countAddress, refuseBusyAddress } from './count-failures.ts';
import { codeOn } from './paper-code.ts';
import { giveBackCode, MOST_WRONG, redeemCode, wrongCode } from './redeem-code.ts';
import { openIdNumber, phoneIndex } from './seal.ts';
import { enter, type Account } from './sign-in.ts';
import { accounts } from './tables.ts';

const WRONG = '首次登录码不正确或已失效，请按回执核对；遗失的，请到考区重新打印';

/**
 * The owner of an account made at the desk enters it: the code on the receipt and the one on the phone, both. The officer
 * knows the first, a finder of the phone the second; neither gets in alone.
 */
export async function firstSignIn(ctx: Ctx, body: z.output<typeof FirstSignIn>): Promise<Session> {
  await refuseBusyAddress(ctx);
  const privacy = await currentText(ctx, 'privacy');
  if (privacy && privacy.version !== body.consent)
    throw invalid('consent', '个人信息处理告知已更新，请重新阅读并勾选');
  const passwordHash = await hashPassword(body.password);
  const opened = await transaction(ctx, (ctx) => open(ctx, body, passwordHash));
  if (typeof opened === 'string') {
    await countAddress(ctx);
    throw opened === 'code' ? wrongCode() : invalid('paperCode', WRONG);
  }
  ctx.wake();
  return enter(ctx, opened);
}

/** A wrong one commits as well: it counts. A bad password rolls back, and both codes stay good. */
async function open(
  ctx: Ctx,
  { phone, code, paperCode, password, consent }: z.output<typeof FirstSignIn>,
  passwordHash: string,
): Promise<Account | 'code' | 'paperCode'> {
  if (!(await redeemCode(ctx, { purpose: 'firstSignIn', phone, code }))) return 'code';
  const [found] = await ctx.db
    .select()
    .from(accounts)
    .where(
      and(
        eq(accounts.phoneIndex, phoneIndex(ctx.keys, phone)),
        eq(accounts.active, true),
        isNotNull(accounts.paperCodeNo),
        lt(accounts.paperCodeWrong, MOST_WRONG),
        sql`${accounts.paperCodeUntil} > app_now()`,
      ),
    )
    .for('update');
  if (!found || codeOn(ctx.keys, found.id, found.paperCodeNo ?? 0) !== paperCode) {
    if (found)
      await ctx.db
        .update(accounts)
        .set({ paperCodeWrong: found.paperCodeWrong + 1 })
        .where(eq(accounts.id, found.id));
    await giveBackCode(ctx, { purpose: 'firstSignIn', phone });
    return 'paperCode';
  }
  const fault = passwordFault(password, [openIdNumber(ctx.keys, found), phone]);
  if (fault) throw invalid('password', fault);
  const [account] = await ctx.db
    .update(accounts)
    .set({
      passwordHash,
      consentVersion: consent,
      consentAt: sql`app_now()`,
      paperCodeNo: null,
      paperCodeUntil: null,
      paperCodeWrong: 0,
    })
    .where(eq(accounts.id, found.id))
    .returning();
  await emit(ctx, 'account.registered', { candidate: found.id });
  await trace(ctx, { subject: `account:${found.id}`, candidate: found.id });
  return account!;
}
