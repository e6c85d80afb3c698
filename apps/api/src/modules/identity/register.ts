import { and, eq, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Registration, Session } from '@zikao/contract/identity';
import { currentText } from '#modules/exams';
import { emit } from '#platform/act';
import { transaction, type Ctx } from '#platform/context';
import { hashPassword, verifyPassword } from '#platform/crypto';
import { forget } from '#platform/limit';
import { invalid, Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { countAddress, refuseBusyAddress, takeTry } from './count-failures.ts';
import { idNumberIndex, phoneIndex, sealIdNumber, sealPhone } from './seal.ts';
import { enter, triesOf, type Account } from './sign-in.ts';
import { accounts, admissionNumbers } from './tables.ts';
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
  const sealed = { ...sealIdNumber(ctx.keys, body.idNumber), ...sealPhone(ctx.keys, body.phone) };
  const [account] = await ctx.db
    .insert(accounts)
    .values({
      role: 'candidate',
      name: body.name,
      ...sealed,
      passwordHash,
      consentVersion: body.consent,
      consentAt: sql`app_now()`,
    })
    .onConflictDoNothing()
    .returning();
  if (!account) throw await whatIsTaken(ctx, sealed.idNumberIndex);
  // Numbers of the person that were imported before the account existed.
  await ctx.db
    .update(admissionNumbers)
    .set({ candidate: account.id })
    .where(and(eq(admissionNumbers.idNumberIndex, sealed.idNumberIndex), isNull(admissionNumbers.candidate)));
  await emit(ctx, 'account.registered', { candidate: account.id });
  await trace(ctx, { subject: `account:${account.id}`, candidate: account.id });
  return account;
}

async function whatIsTaken(ctx: Ctx, index: Buffer): Promise<Problem> {
  const [byId] = await ctx.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.idNumberIndex, index));
  return new Problem(byId ? 'registration.idTaken' : 'registration.phoneTaken');
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
