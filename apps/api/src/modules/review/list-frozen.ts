import { and, desc, eq, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { maskIdNumber } from '@zikao/contract/codes/id-number';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { listFrozenRecords as contract } from '@zikao/contract/records';
import type { Signed } from '#platform/context';
import { afterCursor, writeCursor } from '#platform/cursor';
import { openIdNumber } from '#modules/identity';
import { profiles } from '#tables/candidates';
import { accounts, admissionNumbers } from '#tables/identity';
import { standingEntries } from '#tables/records';
import { findPeople, theirs } from './search.ts';

/** Records frozen by 转出 that no later entry has restored, the latest first. */
export async function listFrozen(
  ctx: Signed,
  { query }: Pick<Parsed<typeof contract>, 'query'>,
): Promise<Given<typeof contract>> {
  const found = await findPeople(ctx, query.search);
  const reversal = alias(standingEntries, 'reversal');
  const rows = await ctx.db
    .select({ entry: standingEntries, person: accounts, name: profiles.name })
    .from(standingEntries)
    .leftJoin(reversal, eq(reversal.reverses, standingEntries.id))
    .innerJoin(admissionNumbers, eq(admissionNumbers.number, standingEntries.admissionNumber))
    .innerJoin(accounts, eq(accounts.id, admissionNumbers.candidate))
    .leftJoin(profiles, eq(profiles.id, accounts.id))
    .where(
      and(
        eq(standingEntries.kind, 'transferOut'),
        isNull(reversal.id),
        found && theirs(admissionNumbers.candidate, found),
        afterCursor(query.cursor, standingEntries, 'newest'),
      ),
    )
    .orderBy(desc(standingEntries.at), desc(standingEntries.id))
    .limit(query.limit + 1);
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1)?.entry;
  return {
    items: shown.map(({ entry, person, name }) => ({
      id: person.id,
      name: name ?? person.name,
      maskedIdNumber: maskIdNumber(openIdNumber(ctx.keys, person)),
      admissionNumber: entry.admissionNumber,
      province: entry.province!,
      since: entry.at.toISOString(),
    })),
    ...(last && rows.length > query.limit && { next: writeCursor(last) }),
  };
}
