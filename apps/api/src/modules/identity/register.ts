import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Registration, Session } from '@zikao/contract/identity';
import { currentText } from '#modules/exams';
import { emit } from '#platform/act';
import { transaction, type Ctx } from '#platform/context';
import { hashPassword, verifyPassword } from '#platform/crypto';
import { forget } from '#platform/limit';
import { invalid } from '#platform/problem';
import { trace } from '#platform/trace';
import { countAddress, refuseBusyAddress, takeTry } from './count-failures.ts';
import { insertCandidate } from './insert-candidate.ts';
import { idNumberIndex, phoneIndex } from './seal.ts';
import { enter, triesOf, type Account } from './sign-in.ts';
import { accounts } from './tables.ts';
import { redeemCode, wrongCode } from './redeem-code.ts';

/**
 * Makes the account and signs it in. The code is used up whatever follows: otherwise one code could ask about any
 * number of ID numbers.
 */
export async function register(ctx: Ctx, body: z.output<typeof Registration>): Promise<Session> {
  await refuseBusyAddress(ctx);
  const privacy = await currentText(ctx, 'privacy');
  if (privacy && privacy.version !== body.consent)
    throw invalid('consent', '个人信息处理告知已更新，请重新阅读并勾选');
  if (!(await redeemCode(ctx, { purpose: 'registration', phone: body.phone, code: body.code }))) {
    const mine = await findJustRegistered(ctx, body);
    if (mine) return enter(ctx, mine);
    await countAddress(ctx);
    throw wrongCode();
  }
  const passwordHash = await hashPassword(body.password);
  const account = await transaction(ctx, (ctx) => insert(ctx, body, passwordHash));
  ctx.wake();
  return enter(ctx, account);
}

async function insert(ctx: Ctx, body: z.output<typeof Registration>, passwordHash: string): Promise<Account> {
  const account = await insertCandidate(ctx, { ...body, passwordHash });
  await emit(ctx, 'account.registered', { candidate: account.id });
  await trace(ctx, { subject: `account:${account.id}`, candidate: account.id });
  return account;
}

/**
 * The answer to the first try was lost and the browser asks again: same person, same password, ten minutes at most.
 * Tries count like those of a sign-in.
 */
async function findJustRegistered(
  ctx: Ctx,
  body: z.output<typeof Registration>,
): Promise<Account | undefined> {
  const [found] = await ctx.db
    .select()
    .from(accounts)
    .where(
      and(
        eq(accounts.idNumberIndex, idNumberIndex(ctx.keys, body.idNumber)),
        eq(accounts.phoneIndex, phoneIndex(ctx.keys, body.phone)),
        sql`${accounts.createdAt} > app_now() - interval '10 minutes'`,
      ),
    );
  if (found) await takeTry(ctx, triesOf(found.id));
  const fits = await verifyPassword(found?.passwordHash, body.password);
  if (!found || !fits) return undefined;
  await forget(ctx, triesOf(found.id));
  return found;
}
