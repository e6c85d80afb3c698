import { and, eq, inArray } from 'drizzle-orm';
import type { Ctx } from '#platform/context';
import { accounts } from './tables.ts';

/** The officers who can sign in now, with the district of each. */
export async function districtOfficers({ db }: Pick<Ctx, 'db'>): Promise<{ id: string; district: string }[]> {
  const rows = await db
    .select({ id: accounts.id, district: accounts.district })
    .from(accounts)
    .where(and(eq(accounts.role, 'district'), accounts.active));
  return rows.map(({ id, district }) => ({ id, district: district! }));
}

/** Names of accounts, by their ids. */
export async function namesOf({ db }: Pick<Ctx, 'db'>, ids: readonly string[]): Promise<Map<string, string>> {
  if (!ids.length) return new Map();
  const rows = await db
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(inArray(accounts.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
