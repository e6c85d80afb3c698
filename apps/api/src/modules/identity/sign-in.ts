import { eq } from 'drizzle-orm';
import type { Session } from '@zikao/contract/identity';
import type { Ctx } from '#platform/context';
import { hashPassword, needsRehash, verifyPassword } from '#platform/crypto';
import { blindIndex } from '#platform/crypto';
import { forget } from '#platform/limit';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { countAddress, locked, LOCK_SECONDS, refuseBusyAddress, takeTry } from './count-failures.ts';
import { idNumberIndex, phoneIndex, readAccount } from './seal.ts';
import { openSession, type Pending } from './sessions.ts';
import { showSession } from './show-session.ts';
import { accounts } from './tables.ts';

export type Account = typeof accounts.$inferSelect;

/** A candidate by ID number or mobile number and password. */
export async function signIn(ctx: Ctx, body: { account: string; password: string }): Promise<Session> {
  const typed = readAccount(body.account);
  const mine =
    'phone' in typed
      ? eq(accounts.phoneIndex, phoneIndex(ctx.keys, typed.phone))
      : eq(accounts.idNumberIndex, idNumberIndex(ctx.keys, typed.idNumber));
  const [found] = await ctx.db.select().from(accounts).where(mine);
  const account = await checkPassword(ctx, found, Object.values(typed).join(), body.password);
  return enter(ctx, account, ctx.config.SECOND_FACTOR ? 'sms' : undefined);
}

/** Staff by user name and password. Candidates have no user name, staff no ID number: neither enters by the other door. */
export async function staffSignIn(ctx: Ctx, body: { username: string; password: string }): Promise<Session> {
  const [found] = await ctx.db.select().from(accounts).where(eq(accounts.username, body.username));
  const account = await checkPassword(ctx, found, body.username, body.password);
  const owed = account.totpConfirmed ? 'totp' : 'totpSetup';
  return enter(ctx, account, ctx.config.STAFF_TOTP ? owed : undefined);
}

/**
 * The account if the password is right. No such account, not active and wrong password are one answer, after the same
 * work; five failures lock what was typed, account or not.
 */
export async function checkPassword(
  ctx: Ctx,
  found: Account | undefined,
  typed: string,
  password: string,
): Promise<Account> {
  await refuseBusyAddress(ctx);
  const key = found
    ? triesOf(found.id)
    : `sign-in ${blindIndex(ctx.keys, 'limits', typed).toString('base64url')}`;
  const fail = (why: string) =>
    trace(ctx, { subject: found ? `account:${found.id}` : 'unknown', why: `未成功：${why}` });
  const { last } = await takeTry(ctx, key).catch(async (error: unknown) => {
    await fail('已锁定');
    throw error;
  });
  const fits = await verifyPassword(found?.active ? found.passwordHash : undefined, password);
  if (!found || !fits) {
    await countAddress(ctx);
    await fail('账号或密码不正确');
    throw last ? locked(LOCK_SECONDS) : new Problem('signIn.wrong');
  }
  await forget(ctx, key);
  if (needsRehash(found.passwordHash)) await setPassword(ctx, found.id, password);
  return found;
}

/** Where the failed passwords of an account are counted. */
export const triesOf = (account: string) => `sign-in account ${account}`;

export async function setPassword(ctx: Ctx, account: string, password: string): Promise<void> {
  await ctx.db
    .update(accounts)
    .set({ passwordHash: await hashPassword(password) })
    .where(eq(accounts.id, account));
}

/** Opens the session and tells of it; `pending`: what is still owed. */
export async function enter(ctx: Ctx, account: Account, pending?: Pending): Promise<Session> {
  const session = await openSession(ctx, account.id, pending);
  const { id, role, name } = account;
  await trace(
    { ...ctx, actor: { id, role, name, session } },
    { subject: `account:${id}`, why: pending ? '密码正确，待第二步' : '登录成功' },
  );
  return showSession(ctx, session);
}
