import { and, eq } from 'drizzle-orm';
import type { Ctx } from '#platform/context';
import { phoneIndex, sealPhone } from './seal.ts';
import { accounts, sessions } from './tables.ts';

/**
 * Gives an account another phone and ends all its sessions: whoever found the lost one may be signed in on it. False:
 * `from` is not its phone any more, or it is closed. Throws the unique index's error when somebody else has `to`.
 */
export async function replacePhone(
  ctx: Pick<Ctx, 'db' | 'keys'>,
  account: string,
  { from, to }: { from: string; to: string },
): Promise<boolean> {
  const [changed] = await ctx.db
    .update(accounts)
    .set(sealPhone(ctx.keys, to))
    .where(
      and(
        eq(accounts.id, account),
        eq(accounts.phoneIndex, phoneIndex(ctx.keys, from)),
        eq(accounts.active, true),
      ),
    )
    .returning({ id: accounts.id });
  if (!changed) return false;
  await ctx.db.delete(sessions).where(eq(sessions.account, account));
  return true;
}
