import { and, eq } from 'drizzle-orm';
import type { Session } from '@zikao/contract/identity';
import { transaction, type Ctx } from '#platform/context';
import { blindIndex, hashPassword, needsRehash, verifyPassword } from '#platform/crypto';
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
  // Who closed an account by 合档 may be told where to go, once the password shows that it was theirs.
  const known = found && (found.active || found.mergedInto) ? found : undefined;
  const fits = await verifyPassword(known?.passwordHash, password);
  if (!found || !fits) {
    await countAddress(ctx);
    await fail('账号或密码不正确');
    throw last ? locked(LOCK_SECONDS) : new Problem('signIn.wrong');
  }
  await forget(ctx, key);
  if (!found.active) throw new Problem('signIn.merged');
  if (!needsRehash(found.passwordHash)) return found;
  const passwordHash = await hashPassword(password);
  await ctx.db.update(accounts).set({ passwordHash }).where(stillThe(found));
  return { ...found, passwordHash };
}

/** Where the failed passwords of an account are counted. */
export const triesOf = (account: string) => `sign-in account ${account}`;

/** The account as it was read, its password not changed since. */
const stillThe = ({ id, passwordHash }: Account) =>
  and(eq(accounts.id, id), eq(accounts.passwordHash, passwordHash), eq(accounts.active, true));

/**
 * Opens the session and tells of it; `pending`: what is still owed. The lock makes a change of the password wait, or
 * this sign-in see it: no session with the old one is left behind.
 */
export async function enter(ctx: Ctx, account: Account, pending?: Pending): Promise<Session> {
  const { id, role, name } = account;
  const session = await transaction(ctx, async (ctx) => {
    const same = await ctx.db
      .select({ id: accounts.id })
      .from(accounts)
      .where(stillThe(account))
      .for('share');
    if (!same.length) throw new Problem('signIn.wrong');
    const opened = await openSession(ctx, id, pending);
    await trace(
      { ...ctx, actor: { id, role, name, session: opened } },
      { subject: `account:${id}`, why: pending ? '密码正确，待第二步' : '登录成功' },
    );
    return opened;
  });
  return showSession(ctx, session);
}
