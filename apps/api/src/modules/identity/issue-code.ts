import { randomInt } from 'node:crypto';
import { and, eq, lt, sql } from 'drizzle-orm';
import { maskPhone } from '@zikao/contract/codes/phone';
import type { SmsPurpose } from '@zikao/contract/identity';
import type { Ctx } from '#platform/context';
import { count, wait } from '#platform/limit';
import { Problem } from '#platform/problem';
import { network } from './count-failures.ts';
import { hashCode } from './redeem-code.ts';
import { phoneIndex } from './seal.ts';
import { smsCodes } from './tables.ts';

/** Product rule 3: valid 5 minutes, another after 60 seconds. */
const VALID = 5 * 60;
const RESEND = 60;
const DAY = 24 * 60 * 60;

const DOING: Record<SmsPurpose, string> = {
  registration: '注册考生账号',
  signIn: '用短信验证码登录',
  passwordReset: '重新设置密码',
  phoneOld: '更换手机号',
  phoneNew: '绑定这个手机号',
  secondFactor: '登录',
  firstSignIn: '首次登录',
  desk: '在考区现场办理手机号更换',
};

/**
 * Makes a code and sends it. `to: 'nobody'`: everything the same, but nothing leaves. `unseen`: answers before the
 * channel has taken it, so that neither its time nor its failure tells whether the number has an account.
 */
export async function issueCode(
  ctx: Ctx,
  { purpose, phone, to, unseen }: { purpose: SmsPurpose; phone: string; to?: 'nobody'; unseen?: boolean },
) {
  const limits = limitsOf(ctx, phone);
  for (const { key, most } of limits) tooMany(await wait(ctx, key, most, DAY));
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const id = await store(ctx, purpose, phone, code);
  // Counted after the 60 seconds were kept: clicking early costs nothing.
  for (const { key, most } of limits) tooMany(await count(ctx, key, most, DAY));
  if (to !== 'nobody') {
    const sent = deliver(ctx, id, purpose, phone, code);
    if (unseen) void sent.catch(() => {});
    else await sent;
  }
  return { resendAfter: RESEND, expiresIn: VALID, maskedPhone: maskPhone(phone) };
}

async function store(ctx: Ctx, purpose: SmsPurpose, phone: string, code: string): Promise<string> {
  await ctx.db.delete(smsCodes).where(lt(smsCodes.expiresAt, sql`app_now() - interval '1 day'`));
  const index = phoneIndex(ctx.keys, phone);
  const fresh = {
    codeHash: hashCode(ctx.keys, purpose, phone, code),
    wrong: 0,
    usedAt: null,
    expiresAt: sql`app_now() + make_interval(secs => ${VALID})`,
    createdAt: sql`app_now()`,
  };
  const [row] = await ctx.db
    .insert(smsCodes)
    .values({ purpose, phoneIndex: index, ...fresh })
    .onConflictDoUpdate({
      target: [smsCodes.phoneIndex, smsCodes.purpose],
      set: fresh,
      setWhere: sql`${smsCodes.createdAt} <= app_now() - make_interval(secs => ${RESEND})`,
    })
    .returning({ id: smsCodes.id });
  if (row) return row.id;
  const [last] = await ctx.db
    .select({
      left: sql<number>`ceil(extract(epoch from ${smsCodes.createdAt} - app_now()))::int + ${RESEND}::int`,
    })
    .from(smsCodes)
    .where(and(eq(smsCodes.phoneIndex, index), eq(smsCodes.purpose, purpose)));
  const left = Math.max(1, last?.left ?? 1);
  throw new Problem('code.tooSoon', { detail: `请在 ${left} 秒后再获取。`, retryAfter: left });
}

/** Not sent: the code is taken back, so that another may be asked for at once. */
async function deliver(
  ctx: Ctx,
  id: string,
  purpose: SmsPurpose,
  phone: string,
  code: string,
): Promise<void> {
  const text = `您正在${DOING[purpose]}，验证码 ${code}，5 分钟内有效。工作人员不会索要验证码，请不要告诉任何人。`;
  try {
    await ctx.sms.send({ phone, purpose, text });
  } catch (error) {
    ctx.log.error({ purpose, fault: (error as Error).message }, 'SMS not sent');
    await ctx.db
      .delete(smsCodes)
      .where(and(eq(smsCodes.id, id), eq(smsCodes.codeHash, hashCode(ctx.keys, purpose, phone, code))));
    throw new Problem('code.notSent', { retryAfter: 5 });
  }
}

const limitsOf = ({ config, keys, ip }: Ctx, phone: string) => [
  { key: `sms to ${phoneIndex(keys, phone).toString('base64url')}`, most: config.SMS_PER_PHONE_DAY },
  { key: `sms from ${network(ip)}`, most: config.SMS_PER_ADDRESS_DAY },
];

function tooMany(left: number): void {
  if (!left) return;
  const hours = Math.ceil(left / 3600);
  throw new Problem('code.tooMany', { detail: `请在 ${hours} 小时后再获取。`, retryAfter: left });
}
