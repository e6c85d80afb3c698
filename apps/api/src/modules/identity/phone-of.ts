import { eq } from 'drizzle-orm';
import type { Services } from '#platform/context';
import { openPhone } from './seal.ts';
import { accounts } from './tables.ts';

/** The mobile number of an account; undefined: it has none, or is not there. */
export async function phoneOf(
  { db, keys }: Pick<Services, 'db' | 'keys'>,
  account: string,
): Promise<string | undefined> {
  const [row] = await db.select({ phone: accounts.phone }).from(accounts).where(eq(accounts.id, account));
  return row?.phone ? openPhone(keys, row) : undefined;
}
