import { and, eq, isNull } from 'drizzle-orm';
import type { Session } from '@zikao/contract/identity';
import type { Ctx } from '#platform/context';
import { trace } from '#platform/trace';
import { countAddress, refuseBusyAddress } from './count-failures.ts';
import { redeemCode, wrongCode } from './redeem-code.ts';
import { phoneIndex } from './seal.ts';
import { refuseCodeAlone } from './send-code.ts';
import { enter } from './sign-in.ts';
import { accounts } from './tables.ts';

/** Wrong passwords of others do not keep the holder of the phone out: a code is burnt after five wrong ones by itself. */
export async function signInByCode(
  ctx: Ctx,
  { phone, code }: { phone: string; code: string },
): Promise<Session> {
  refuseCodeAlone(ctx);
  await refuseBusyAddress(ctx);
  const right = await redeemCode(ctx, { purpose: 'signIn', phone, code });
  const [account] = await ctx.db
    .select()
    .from(accounts)
    .where(
      and(
        eq(accounts.phoneIndex, phoneIndex(ctx.keys, phone)),
        eq(accounts.active, true),
        isNull(accounts.paperCodeNo),
      ),
    );
  if (right && account) return enter(ctx, account);
  await countAddress(ctx);
  await trace(ctx, {
    subject: account ? `account:${account.id}` : 'unknown',
    why: '未成功：短信验证码不正确',
  });
  throw wrongCode();
}
