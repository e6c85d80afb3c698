import { eq } from 'drizzle-orm';
import type { Ctx } from '#platform/context';
import { officeName } from './office-name.ts';
import { accounts } from './tables.ts';

/** The office of somebody of the staff, as a candidate sees it; empty when the account is gone. */
export async function officeOf(ctx: Ctx, account: string): Promise<string> {
  const [row] = await ctx.db.select().from(accounts).where(eq(accounts.id, account));
  return row ? officeName(ctx, row.role, row.district) : '';
}
