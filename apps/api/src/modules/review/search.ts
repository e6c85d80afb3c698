import { ilike, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { normaliseIdNumber } from '@zikao/contract/codes/id-number';
import type { Keys } from '#platform/crypto';
import { idNumberIndex } from '#modules/identity';
import { profiles } from '#tables/candidates';
import { accounts, admissionNumbers } from '#tables/identity';

/** What an officer types: a whole ID number, an admission number or its beginning, else part of a name. */
export function matches(
  keys: Keys,
  source: { candidate: PgColumn },
  typed: string | undefined,
): SQL | undefined {
  if (!typed) return undefined;
  const compact = normaliseIdNumber(typed);
  if (/^\d{17}[\dX]$/.test(compact))
    return sql`${source.candidate} in (select ${accounts.id} from ${accounts}
      where ${accounts.idNumberIndex} = ${idNumberIndex(keys, compact)})`;
  if (/^\d{1,12}$/.test(compact))
    return sql`exists (select from ${admissionNumbers}
      where ${admissionNumbers.candidate} = ${source.candidate} and ${admissionNumbers.number} like ${`${compact}%`})`;
  const name = typed.normalize('NFKC').replace(/[\\%_]/g, '\\$&');
  return sql`${source.candidate} in (select ${profiles.id} from ${profiles} where ${ilike(profiles.name, `%${name}%`)})`;
}
