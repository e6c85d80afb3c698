import { and, eq, inArray, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { DeskLookUp } from '@zikao/contract/desk/find';
import type { Ctx } from '#platform/context';
import { birthIndex, idNumberIndex, openIdNumber, openPhone, phoneIndex } from './seal.ts';
import { accounts, admissionNumbers } from './tables.ts';

type Reader = Pick<Ctx, 'db' | 'keys'>;

/** A candidate's account, opened. Whoever shows it to staff masks it and traces the view. */
export interface Brief {
  id: string;
  name: string;
  idNumber: string;
  phone: string;
}

const living = and(eq(accounts.role, 'candidate'), isNull(accounts.detachedAt), eq(accounts.active, true));

export async function briefsOf(ctx: Reader, ids: readonly string[]): Promise<Brief[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db
    .select({ id: accounts.id, name: accounts.name, idNumber: accounts.idNumber, phone: accounts.phone })
    .from(accounts)
    .where(and(inArray(accounts.id, [...ids]), living));
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    idNumber: openIdNumber(ctx.keys, row),
    phone: openPhone(ctx.keys, row),
  }));
}

/** The living account of a candidate; undefined: closed, of the staff, or none. */
export async function briefOf(ctx: Reader, id: string): Promise<Brief | undefined> {
  return (await briefsOf(ctx, [id]))[0];
}

/**
 * Whose account it is, by a whole number. An admission number imported before its owner registered is
 * found by their ID number; what a 合档 closed leads to where its owner goes on.
 */
export async function findAccount(
  ctx: Reader,
  lookUp: Exclude<DeskLookUp, { by: 'name' }>,
): Promise<string | undefined> {
  const [row] = await ctx.db
    .select({ id: sql<string>`coalesce(${accounts.mergedInto}, ${accounts.id})` })
    .from(accounts)
    .where(and(or(living, isNotNull(accounts.mergedInto)), meant(ctx, lookUp)));
  return row?.id;
}

function meant(ctx: Reader, lookUp: Exclude<DeskLookUp, { by: 'name' }>): SQL | undefined {
  if (lookUp.by === 'idNumber') return eq(accounts.idNumberIndex, idNumberIndex(ctx.keys, lookUp.idNumber));
  if (lookUp.by === 'phone') return eq(accounts.phoneIndex, phoneIndex(ctx.keys, lookUp.phone));
  // Values, not lists: with `in` on either side of an `or` every account would be read.
  const { number, candidate, idNumberIndex: index } = admissionNumbers;
  const named = eq(number, lookUp.number);
  return or(
    eq(accounts.id, sql`(select ${candidate} from ${admissionNumbers} where ${named})`),
    eq(
      accounts.idNumberIndex,
      sql`(select ${index} from ${admissionNumbers} where ${and(named, isNull(candidate))})`,
    ),
  );
}

/** Everybody born on a day: some dozens among a million. */
export async function findBornOn(ctx: Reader, date: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.birthIndex, birthIndex(ctx.keys, date)), living));
  return rows.map(({ id }) => id);
}
