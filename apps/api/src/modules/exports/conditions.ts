import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Signed } from '#platform/context';
import { theirs } from '#modules/review';
import { accounts, admissionNumbers } from '#tables/identity';
import type { Asked } from './list.ts';

/**
 * What every list is narrowed by: a district officer's own district before anything that was asked for, then the filters.
 * `district`: the column that says whose the row is.
 */
export function conditions(
  { actor }: Pick<Signed, 'actor'>,
  asked: Asked,
  of: { district: PgColumn; candidate: PgColumn; state?: PgColumn },
  ...more: (SQL | undefined)[]
): SQL {
  const own = actor.role === 'district' ? eq(of.district, actor.district!) : sql`true`;
  const reach = ['district', 'province'].includes(actor.role) ? own : sql`false`;
  return and(
    reach,
    asked.district ? eq(of.district, asked.district) : undefined,
    asked.state && of.state ? eq(of.state, asked.state) : undefined,
    asked.people && theirs(of.candidate, asked.people),
    ...more,
  )!;
}

/** Account, name, sealed ID number and admission numbers, several joined by 、 until 合档. */
export const person = (
  name: PgColumn,
): SQL => sql`${accounts.id} as "candidate", coalesce(${name}, ${accounts.name}) as "name",
  ${accounts.idNumber} as "idNumber",
  (select string_agg(${admissionNumbers.number}, '、' order by ${admissionNumbers.number})
   from ${admissionNumbers} where ${admissionNumbers.candidate} = ${accounts.id}) as "numbers"`;
