import { eq } from 'drizzle-orm';
import type { Ctx } from '#platform/context';
import { accounts } from './tables.ts';

/** The name an account is greeted by and signs with; who may ask for another is the caller's affair. */
export async function renameAccount(ctx: Pick<Ctx, 'db'>, account: string, name: string): Promise<void> {
  await ctx.db.update(accounts).set({ name }).where(eq(accounts.id, account));
}
