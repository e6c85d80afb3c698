import { asc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { birthDateOf, sexOf } from '@zikao/contract/codes/id-number';
import { openIdNumber } from '#modules/identity';
import type { Ctx, Signed } from '#platform/context';
import { profiles } from '#tables/candidates';
import { accounts, admissionNumbers } from '#tables/identity';
import { reaches } from './scope.ts';

export type NumberRow = typeof admissionNumbers.$inferSelect;

/** A number with whoever holds it. */
export interface Owned {
  row: NumberRow;
  account: typeof accounts.$inferSelect | null;
  profile: typeof profiles.$inferSelect | null;
  /** Of the person's file; until one is submitted, of the number. */
  district: string;
  elsewhere: boolean;
}

/** Numbers with their holders, by number; a number that nobody was linked to waits for its holder by ID number. */
export async function findOwned(ctx: Signed, where: SQL): Promise<Owned[]> {
  const rows = await ctx.db
    .select({ row: admissionNumbers, account: accounts, profile: profiles })
    .from(admissionNumbers)
    .leftJoin(
      accounts,
      or(
        eq(accounts.id, admissionNumbers.candidate),
        sql`${admissionNumbers.candidate} is null and ${accounts.idNumberIndex} = ${admissionNumbers.idNumberIndex}`,
      ),
    )
    .leftJoin(profiles, eq(profiles.id, accounts.id))
    .where(where)
    .orderBy(asc(admissionNumbers.number));
  return rows.map(({ row, account, profile }) => {
    const district = profile?.district ?? row.district;
    return { row, account, profile, district, elsewhere: !reaches(ctx.actor, district) };
  });
}

export const ofNumbers = (numbers: readonly string[]) => inArray(admissionNumbers.number, [...numbers]);

/** Who somebody is by account and file; undefined: nobody registered. */
export function personIn({ keys }: Pick<Ctx, 'keys'>, { account, profile }: Owned) {
  if (!account) return undefined;
  const idNumber = openIdNumber(keys, account);
  return {
    id: account.id,
    name: profile?.name ?? account.name,
    idNumber,
    birthDate: birthDateOf(idNumber),
    sex: profile?.sex ?? sexOf(idNumber),
  };
}

/** Whether two of them look like one person; undefined: one has no account to compare. */
export function sameness(ctx: Pick<Ctx, 'keys'>, [one, two]: readonly [Owned, Owned]) {
  const [a, b] = [personIn(ctx, one), personIn(ctx, two)];
  const idNumber = one.row.idNumberIndex.equals(two.row.idNumberIndex);
  if (!a || !b) return idNumber ? { name: true, birthDate: true, idNumber } : undefined;
  return {
    name: a.name === b.name,
    birthDate: a.birthDate === b.birthDate,
    idNumber: idNumber || a.idNumber === b.idNumber,
  };
}
