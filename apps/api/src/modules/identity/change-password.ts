import { and, eq, ne } from 'drizzle-orm';
import { passwordFault } from '@zikao/contract/codes/password';
import { emit } from '#platform/act';
import { transaction, type Signed } from '#platform/context';
import { hashPassword, verifyPassword } from '#platform/crypto';
import { forget } from '#platform/limit';
import { invalid, Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { locked, LOCK_SECONDS, takeTry } from './count-failures.ts';
import { openIdNumber, openPhone } from './seal.ts';
import { triesOf } from './sign-in.ts';
import { accounts, sessions } from './tables.ts';

/** Needs the current one; the other browsers are signed out. */
export async function changePassword(
  ctx: Signed,
  body: { current: string; password: string },
): Promise<void> {
  const { id, session } = ctx.actor;
  const [account] = await ctx.db.select().from(accounts).where(eq(accounts.id, id));
  const { last } = await takeTry(ctx, triesOf(id));
  if (!(await verifyPassword(account?.passwordHash, body.current))) {
    await trace(ctx, { subject: `account:${id}`, why: '未成功：当前密码不正确' });
    if (last) throw locked(LOCK_SECONDS);
    throw new Problem('password.wrong', { errors: [{ path: 'current', message: '当前密码不正确' }] });
  }
  await forget(ctx, triesOf(id));
  const fault = passwordFault(body.password, [
    openIdNumber(ctx.keys, account!),
    openPhone(ctx.keys, account!),
    account!.username ?? '',
  ]);
  if (fault) throw invalid('password', fault);
  const passwordHash = await hashPassword(body.password);
  await transaction(ctx, async (ctx) => {
    await ctx.db.update(accounts).set({ passwordHash }).where(eq(accounts.id, id));
    await ctx.db.delete(sessions).where(and(eq(sessions.account, id), ne(sessions.id, session)));
    await emit(ctx, 'account.passwordChanged', { account: id });
    await trace(ctx, { subject: `account:${id}` });
  });
  ctx.wake();
}
