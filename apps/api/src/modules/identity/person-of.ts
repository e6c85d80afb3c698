import { eq } from 'drizzle-orm';
import type { Ctx } from '#platform/context';
import { Problem } from '#platform/problem';
import { openIdNumber } from './seal.ts';
import { accounts } from './tables.ts';

/** Who a candidate is by the account: the name given at registration, the ID number in the clear. */
export async function personOf(
  ctx: Pick<Ctx, 'db' | 'keys'>,
  candidate: string,
): Promise<{ name: string; idNumber: string }> {
  const [row] = await ctx.db
    .select({ name: accounts.name, idNumber: accounts.idNumber })
    .from(accounts)
    .where(eq(accounts.id, candidate));
  if (!row?.idNumber) throw new Problem('notFound');
  return { name: row.name, idNumber: openIdNumber(ctx.keys, row) };
}
