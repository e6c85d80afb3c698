import { and, eq } from 'drizzle-orm';
import type { Session } from '@zikao/contract/identity';
import { transaction, type Ctx } from '#platform/context';
import { blindIndex, hashPassword, needsRehash, verifyPassword } from '#platform/crypto';
import { forget } from '#platform/limit';
import { Problem } from '#platform/problem';
import { now } from '#platform/clock';
import { trace } from '#platform/trace';
import { countAddress, locked, LOCK_SECONDS, refuseBusyAddress, takeTry } from './count-failures.ts';
import { idNumberIndex, phoneIndex, readAccount } from './seal.ts';
import { isOpen, openSession, type Pending } from './sessions.ts';
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
  if (!account.temporaryUntil) return enter(ctx, account, secondStep(ctx, account));
  if (account.temporaryUntil <= (await now(ctx.db))) {
    await trace(ctx, { subject: `account:${account.id}`, why: '未成功：临时密码已过期' });
    throw new Problem('signIn.temporaryOver');
  }
  return enter(ctx, account, 'newPassword');
}

/** What staff owe after the password. */
export function secondStep(ctx: Ctx, account: Account): Pending | undefined {
  if (!ctx.config.STAFF_TOTP) return undefined;
  return account.totpConfirmed ? 'totp' : 'totpSetup';
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
  // Whose account was closed, by 合档 or the province, may be told so once the password shows that it was theirs.
  const known = found && (found.active || found.mergedInto || found.username) ? found : undefined;
  const fits = await verifyPassword(known?.passwordHash, password);
  if (!found || !fits) {
    await countAddress(ctx);
    await fail('账号或密码不正确');
    throw last ? locked(LOCK_SECONDS) : new Problem('signIn.wrong');
  }
  await forget(ctx, key);
  if (!found.active) {
    if (found.mergedInto) throw new Problem('signIn.merged');
    await fail('账号已停用');
    throw new Problem('signIn.deactivated');
  }
  if (!needsRehash(found.passwordHash)) return found;
  const passwordHash = await hashPassword(password);
  await ctx.db.update(accounts).set({ passwordHash }).where(stillThe(found));
  return { ...found, passwordHash };
}

/** Where the failed passwords of an account are counted. */
export const triesOf = (account: string) => `sign-in account ${account}`;

/** The account as it was read, its password not changed since. */
export const stillThe = ({ id, passwordHash }: Account) =>
  and(eq(accounts.id, id), eq(accounts.passwordHash, passwordHash), eq(accounts.active, true));

/**
 * Opens the session and tells of it; `pending`: what is still owed. The lock makes a change of the account wait, or this
 * sign-in see it: no session with the old password is left behind, nor one that goes on from a step (`after`) that has
 * been ended meanwhile.
 */
export async function enter(ctx: Ctx, account: Account, pending?: Pending, after?: string): Promise<Session> {
  const { id, role, name } = account;
  const session = await transaction(ctx, async (ctx) => {
    const same = await ctx.db
      .select({ id: accounts.id })
      .from(accounts)
      .where(stillThe(account))
      .for('share');
    if (!same.length) throw new Problem('signIn.wrong');
    if (after && !(await isOpen(ctx, after))) throw new Problem('signedOut');
    const opened = await openSession(ctx, id, pending);
    await trace(
      { ...ctx, actor: { id, role, name, session: opened } },
      { subject: `account:${id}`, why: pending ? '密码正确，待第二步' : '登录成功' },
    );
    return opened;
  });
  return showSession(ctx, session);
}
