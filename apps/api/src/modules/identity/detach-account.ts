import { and, eq, ne, sql } from 'drizzle-orm';
import type { Ctx } from '#platform/context';
import { blindIndex } from '#platform/crypto';
import { accounts, admissionNumbers, sessions } from './tables.ts';

/**
 * Takes an ID number, and the phone, off an account whose owner had no right to it: both are free again, the account is
 * closed and kept with all its history. Numbers imported for that ID number wait for their owner again; those issued to
 * the account stay with it, but no longer count as this ID number's. False: it was detached before.
 */
export async function detachAccount(ctx: Pick<Ctx, 'db' | 'keys'>, account: string): Promise<boolean> {
  const [gone] = await ctx.db
    .update(accounts)
    .set({
      active: false,
      detachedAt: sql`app_now()`,
      idNumberIndex: null,
      birthIndex: null,
      phoneIndex: null,
    })
    .where(and(eq(accounts.id, account), sql`${accounts.detachedAt} is null`))
    .returning({ id: accounts.id });
  if (!gone) return false;
  const theirs = eq(admissionNumbers.candidate, account);
  await ctx.db
    .update(admissionNumbers)
    .set({ candidate: null })
    .where(and(theirs, eq(admissionNumbers.origin, 'imported')));
  await ctx.db
    .update(admissionNumbers)
    .set({ idNumberIndex: blindIndex(ctx.keys, 'detached', account) })
    .where(and(theirs, ne(admissionNumbers.origin, 'imported')));
  await ctx.db.delete(sessions).where(eq(sessions.account, account));
  return true;
}
