import { and, eq, lt } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { now } from '#platform/clock';
import type { Ctx } from '#platform/context';
import { decryptText, encrypt } from '#platform/crypto';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { findSession } from './show-session.ts';
import type { Account } from './sign-in.ts';
import { accounts } from './tables.ts';

const AAD = 'accounts.totpSecret';

/** A new secret for the authenticator app, told only until the first code from it has been accepted. */
export async function beginTotp(ctx: Ctx): Promise<{ secret: string; uri: string }> {
  const found = await findSession(ctx);
  if (found?.session.pending !== 'totpSetup') throw new Problem('signedOut');
  const secret = new Secret({ size: 20 });
  const changed = await ctx.db
    .update(accounts)
    .set({ totpSecret: encrypt(ctx.keys, AAD, secret.base32) })
    .where(and(eq(accounts.id, found.account.id), eq(accounts.totpConfirmed, false)))
    .returning({ id: accounts.id });
  if (!changed.length) throw new Problem('signedOut');
  await trace(ctx, { subject: `account:${found.account.id}`, why: '设置动态口令' });
  return { secret: secret.base32, uri: totp(secret, found.account.username ?? '').toString() };
}

/** Whether the code is right now (one step of 30 s to either side), and newer than every one accepted before. */
export async function acceptTotp(ctx: Ctx, account: Account, code: string): Promise<boolean> {
  if (!account.totpSecret) return false;
  const secret = Secret.fromBase32(decryptText(ctx.keys, AAD, account.totpSecret));
  const timestamp = (await now(ctx.db)).getTime();
  const delta = totp(secret, account.username ?? '').validate({ token: code, timestamp, window: 1 });
  if (delta === null) return false;
  const step = TOTP.counter({ timestamp }) + delta;
  const accepted = await ctx.db
    .update(accounts)
    .set({ totpStep: step, totpConfirmed: true })
    .where(
      and(
        eq(accounts.id, account.id),
        eq(accounts.totpSecret, account.totpSecret), // not reset since
        lt(accounts.totpStep, step),
      ),
    )
    .returning({ id: accounts.id });
  return accepted.length > 0;
}

const totp = (secret: Secret, label: string) => new TOTP({ issuer: '自考考生服务平台', label, secret });
