import { and, asc, eq, inArray, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { Ctx } from '#platform/context';
import { accounts, admissionNumbers } from './tables.ts';

/** The account a person goes on with: their own, or since a 合档 the surviving one. */
const living = (candidate: string) =>
  sql`(select coalesce(l.merged_into, l.id) from ${accounts} l where l.id = ${candidate})`;

/** The same of many, each once: whom to tell what concerns an account that a 合档 closed. */
export async function livingAccounts(ctx: Pick<Ctx, 'db'>, ids: readonly string[]): Promise<string[]> {
  const closed = await ctx.db
    .select({ id: accounts.id, mergedInto: accounts.mergedInto })
    .from(accounts)
    .where(and(inArray(accounts.id, [...ids]), isNotNull(accounts.mergedInto)));
  const goesOn = new Map(closed.map(({ id, mergedInto }) => [id, mergedInto!]));
  return [...new Set(ids.map((id) => goesOn.get(id) ?? id))];
}

/**
 * A person's admission numbers, the one that counts first, aliases last; several count until 合档. Those imported after
 * the registration are found by ID number.
 */
export async function admissionNumbersOf(ctx: Pick<Ctx, 'db'>, candidate: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ number: admissionNumbers.number })
    .from(admissionNumbers)
    .innerJoin(accounts, eq(accounts.id, living(candidate)))
    .where(
      or(
        eq(admissionNumbers.candidate, accounts.id),
        and(isNull(admissionNumbers.candidate), eq(admissionNumbers.idNumberIndex, accounts.idNumberIndex)),
      ),
    )
    .orderBy(asc(isNotNull(admissionNumbers.mergedInto)), asc(admissionNumbers.number));
  return rows.map(({ number }) => number);
}

/** The same as a subquery, for a look-up by number: `inArray(entries.admissionNumber, numbersOf(candidate))`. */
export const numbersOf = (candidate: string): SQL => sql`(
  select n.number from ${admissionNumbers} n join ${accounts} a on a.id = ${living(candidate)}
   where n.candidate = a.id or (n.candidate is null and n.id_number_index = a.id_number_index))`;

/** A person's account and those a 合档 closed, as a subquery: what was written under any of them is theirs. */
export const accountsOf = (candidate: string): SQL => sql`(
  select a.id from ${accounts} a where a.id = ${candidate} or a.merged_into = ${candidate})`;

/** SQL: (number, candidate, name), every number with whose it is, also of those still waiting for their owner by ID number. */
export const numberOwners: SQL = sql`
  select n.number, a.id as candidate, a.name from ${admissionNumbers} n join ${accounts} a on a.id = n.candidate
  union all
  select n.number, a.id, a.name from ${admissionNumbers} n join ${accounts} a on a.id_number_index = n.id_number_index
   where n.candidate is null`;

/**
 * SQL: (candidate, number, name), under which something new of each candidate that the query `people` gives is filed: a number
 * that counts, of an account that a 合档 closed the surviving person's.
 */
export const someNumberOf = (people: SQL): SQL => sql`
  select p.id as candidate, coalesce(min(n.number) filter (where n.merged_into is null), min(n.number)) as number, p.name
    from ${accounts} p
    join (${numberOwners}) o on o.candidate = coalesce(p.merged_into, p.id)
    join ${admissionNumbers} n on n.number = o.number
   where p.id in (${people}) group by p.id`;

/** Gives a number to a candidate, unless somebody has it already (imported history): then false. */
export async function giveAdmissionNumber(
  ctx: Pick<Ctx, 'db'>,
  { number, candidate, district }: { number: string; candidate: string; district: string },
): Promise<boolean> {
  const { rowCount } = await ctx.db.execute(sql`
    insert into ${admissionNumbers} (number, candidate, id_number_index, district, origin)
    select ${number}, id, id_number_index, ${district}, 'issued' from ${accounts} where id = ${candidate}
    on conflict (number) do nothing`);
  return rowCount === 1;
}
