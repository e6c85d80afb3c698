import { and, asc, eq, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { Ctx } from '#platform/context';
import { accounts, admissionNumbers } from './tables.ts';

/** A candidate's admission numbers; several until 合档. Those imported after the registration are found by ID number. */
export async function admissionNumbersOf(ctx: Pick<Ctx, 'db'>, candidate: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ number: admissionNumbers.number })
    .from(admissionNumbers)
    .innerJoin(accounts, eq(accounts.id, candidate))
    .where(
      or(
        eq(admissionNumbers.candidate, candidate),
        and(isNull(admissionNumbers.candidate), eq(admissionNumbers.idNumberIndex, accounts.idNumberIndex)),
      ),
    )
    .orderBy(asc(admissionNumbers.number));
  return rows.map(({ number }) => number);
}

/** The same as a subquery, for a look-up by number: `inArray(entries.admissionNumber, numbersOf(candidate))`. */
export const numbersOf = (candidate: string): SQL => sql`(
  select n.number from ${admissionNumbers} n join ${accounts} a on a.id = ${candidate}
   where n.candidate = a.id or (n.candidate is null and n.id_number_index = a.id_number_index))`;

/** SQL: (number, candidate), every number with whose it is, also of those still waiting for their owner by ID number. */
export const numberOwners: SQL = sql`
  select number, candidate from ${admissionNumbers} where candidate is not null
  union all
  select n.number, a.id from ${admissionNumbers} n join ${accounts} a on a.id_number_index = n.id_number_index
   where n.candidate is null`;

/** SQL: (candidate, number), the last of the numbers of each candidate that the query `people` gives. */
export const someNumberOf = (people: SQL): SQL => sql`
  select o.candidate, max(o.number) as number from (${numberOwners}) o
   where o.candidate in (${people}) group by o.candidate`;

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
