import { eq, sql } from 'drizzle-orm';
import { normaliseIdNumber } from '@zikao/contract/codes/id-number';
import type { Ctx } from '#platform/context';
import { numberOwners } from './admission-numbers.ts';
import { idNumberIndex } from './seal.ts';
import { accounts } from './tables.ts';

/** The candidate with that ID number or admission number; undefined: nobody who has registered. */
export async function findByNumber(
  ctx: Pick<Ctx, 'db' | 'keys'>,
  number: string,
): Promise<string | undefined> {
  if (/^\d{12}$/.test(number)) {
    const { rows } = await ctx.db.execute<{ candidate: string }>(
      sql`select candidate from (${numberOwners}) o where number = ${number}`,
    );
    return rows[0]?.candidate;
  }
  const [row] = await ctx.db
    // Of an account that a 合档 closed the surviving one.
    .select({ id: sql<string>`coalesce(${accounts.mergedInto}, ${accounts.id})` })
    .from(accounts)
    .where(eq(accounts.idNumberIndex, idNumberIndex(ctx.keys, normaliseIdNumber(number))));
  return row?.id;
}
