import type { Session } from '@zikao/contract/identity';
import type { Ctx } from '#platform/context';
import { forget } from '#platform/limit';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { countAddress, refuseBusyAddress, takeTry } from './count-failures.ts';
import { redeemCode, wrongCode } from './redeem-code.ts';
import { openPhone } from './seal.ts';
import { closeSession } from './sessions.ts';
import { findSession } from './show-session.ts';
import { enter, type Account } from './sign-in.ts';
import { acceptTotp } from './totp.ts';

/** Completes a pending session: it ends, and a full one begins under a new token. */
export async function confirmSecondFactor(ctx: Ctx, { code }: { code: string }): Promise<Session> {
  const found = await findSession(ctx);
  if (!found?.session.pending || found.session.pending === 'newPassword') throw new Problem('signedOut');
  await refuseBusyAddress(ctx);
  const { account, session } = found;
  if (session.pending === 'sms') await bySms(ctx, account, code);
  else await byTotp(ctx, account, code);
  return enter(ctx, account, undefined, session.id);
}

async function bySms(ctx: Ctx, account: Account, code: string): Promise<void> {
  const phone = openPhone(ctx.keys, account);
  if (await redeemCode(ctx, { purpose: 'secondFactor', phone, code })) return;
  await note(ctx, account, '短信验证码不正确');
  throw wrongCode();
}

async function byTotp(ctx: Ctx, account: Account, code: string): Promise<void> {
  const key = secondTriesOf(account.id);
  const { last } = await takeTry(ctx, key);
  if (await acceptTotp(ctx, account, code)) return forget(ctx, key);
  await note(ctx, account, '动态口令不正确');
  if (last) await closeSession(ctx);
  throw new Problem('signIn.totpWrong', {
    errors: [{ path: 'code', message: '动态口令不正确，或已经用过' }],
  });
}

/** Where the wrong dynamic passwords of an account are counted. */
export const secondTriesOf = (account: string) => `second factor ${account}`;

async function note(ctx: Ctx, account: Account, why: string): Promise<void> {
  await countAddress(ctx);
  await trace(ctx, { subject: `account:${account.id}`, why: `未成功：${why}` });
}
