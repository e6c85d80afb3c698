import { and, eq, gt } from 'drizzle-orm';
import type { Session } from '@zikao/contract/identity';
import { passwordFault } from '@zikao/contract/codes/password';
import { appNow } from '#platform/clock';
import { type Ctx, transaction } from '#platform/context';
import { hashPassword, verifyPassword } from '#platform/crypto';
import { invalid, Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { findSession } from './show-session.ts';
import { enter, secondStep, stillThe } from './sign-in.ts';
import { accounts, sessions } from './tables.ts';

/** Completes a session that a temporary password opened: what somebody else gave ends with its first use. */
export async function chooseFirstPassword(ctx: Ctx, { password }: { password: string }): Promise<Session> {
  const found = await findSession(ctx);
  if (found?.session.pending !== 'newPassword') throw new Problem('signedOut');
  const { account, session } = found;
  const { id, role, name } = account;
  const fault = passwordFault(password, [account.username ?? '']);
  if (fault) throw invalid('password', fault);
  if (await verifyPassword(account.passwordHash, password))
    throw invalid('password', '新密码不能与临时密码相同');
  const passwordHash = await hashPassword(password);
  return transaction(ctx, async (ctx) => {
    // Reset again or put out of use meanwhile: this temporary password is not the one that counts any more.
    const [own] = await ctx.db
      .update(accounts)
      .set({ passwordHash, temporaryUntil: null })
      .where(and(stillThe(account), gt(accounts.temporaryUntil, appNow)))
      .returning();
    if (!own) throw new Problem('signedOut');
    await ctx.db.delete(sessions).where(eq(sessions.account, id));
    const actor = { id, role, name, session: session.id };
    await trace({ ...ctx, actor }, { subject: `account:${id}`, why: '把临时密码换成了自己的' });
    return enter(ctx, own, secondStep(ctx, own));
  });
}
