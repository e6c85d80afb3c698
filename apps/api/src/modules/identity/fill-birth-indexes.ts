import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { birthDateOf } from '@zikao/contract/codes/id-number';
import type { Services } from '#platform/context';
import { birthIndex, openIdNumber } from './seal.ts';
import { accounts } from './tables.ts';

const BATCH = 500;

/** Accounts made before there was such an index get theirs in the background. Returns how many; cheap when none is left. */
export async function fillBirthIndexes({ db, keys }: Pick<Services, 'db' | 'keys'>): Promise<number> {
  const rows = await db
    .select({ id: accounts.id, idNumber: accounts.idNumber })
    .from(accounts)
    .where(and(isNull(accounts.birthIndex), isNotNull(accounts.idNumberIndex)))
    .limit(BATCH);
  for (const row of rows)
    await db
      .update(accounts)
      .set({ birthIndex: birthIndex(keys, birthDateOf(openIdNumber(keys, row))) })
      .where(and(eq(accounts.id, row.id), isNotNull(accounts.idNumberIndex)));
  return rows.length;
}
