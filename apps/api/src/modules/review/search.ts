import { eq, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { alias, type PgColumn } from 'drizzle-orm/pg-core';
import { normaliseIdNumber } from '@zikao/contract/codes/id-number';
import type { Ctx } from '#platform/context';
import { idNumberIndex } from '#modules/identity';
import { profiles } from '#tables/candidates';
import { accounts, admissionNumbers } from '#tables/identity';

type Reads = Pick<Ctx, 'db' | 'keys'>;

/** Who fits what was typed: these people, or everybody with that in the name, too many to list. */
export type Found = { people: string[] } | { named: string };

/** Whose name it is; under a name of its own, as a queue may be of profiles itself. */
const named = alias(profiles, 'named');

/** Up to so many are looked up one by one. Of one or two characters it is known sooner: such a part is soon met in any list. */
const mostOf = (name: string) => ([...name].length > 2 ? 3_000 : 1_000);
/** Shorter beginnings of admission numbers fit whole districts. */
const SHORTEST_NUMBER = 9;

/** What an officer types: a whole ID number, an admission number or most of it, else part of a name. Undefined: anyone. */
export async function findPeople(ctx: Reads, typed: string | undefined): Promise<Found | undefined> {
  if (!typed) return undefined;
  const compact = normaliseIdNumber(typed);
  if (/^\d{17}[\dX]$/.test(compact)) return { people: await byIdNumber(ctx, compact) };
  if (/^\d{1,12}$/.test(compact)) return { people: await byAdmissionNumber(ctx, compact) };
  const name = typed.normalize('NFKC');
  const most = mostOf(name);
  const rows = await ctx.db
    .select({ id: named.id })
    .from(named)
    .where(isNamed(named.name, name))
    .limit(most + 1);
  return rows.length > most ? { named: name } : { people: rows.map(({ id }) => id) };
}

/** The condition on whose things they are, for a look at one after the other. */
export function theirs(candidate: SQLWrapper, found: Found): SQL {
  if ('people' in found) return sql`${candidate} = any(${sql.param(found.people)}::uuid[])`;
  // A value of its own for each row: as `exists` it would be worked out for all candidates first.
  return sql`(select ${isLike(named.name, found.named)} from ${profiles} named where ${named.id} = ${candidate})`;
}

/** The same from the index of names, for a look at everybody who has it. */
export function ofName(candidate: PgColumn, name: string): SQL {
  if (candidate === profiles.id) return isNamed(profiles.name, name);
  return sql`${candidate} in (select ${named.id} from ${profiles} named where ${isNamed(named.name, name)})`;
}

async function byIdNumber({ db, keys }: Reads, idNumber: string): Promise<string[]> {
  const rows = await db
    // Of an account that a 合档 closed the surviving one.
    .select({ id: sql<string>`coalesce(${accounts.mergedInto}, ${accounts.id})` })
    .from(accounts)
    .where(eq(accounts.idNumberIndex, idNumberIndex(keys, idNumber)));
  return rows.map(({ id }) => id);
}

async function byAdmissionNumber({ db }: Reads, digits: string): Promise<string[]> {
  if (digits.length < SHORTEST_NUMBER) return [];
  // A range, so that the primary key is of use whatever the database's collation.
  const { number, candidate } = admissionNumbers;
  const range = sql`${number} between ${digits.padEnd(12, '0')} and ${digits.padEnd(12, '9')}`;
  const rows = await db.select({ candidate }).from(admissionNumbers).where(range);
  return rows.flatMap(({ candidate: id }) => id ?? []);
}

/** Every one or two characters side by side are in an index; what is longer is compared after that. */
const isNamed = (column: PgColumn, name: string) =>
  sql`(name_parts(${column}) @> ${sql.param(partsOf(name.toLowerCase()))}::text[] and ${isLike(column, name)})`;

const isLike = (column: PgColumn, name: string) =>
  sql`${column} ilike ${`%${name.replace(/[\\%_]/g, '\\$&')}%`}`;

function partsOf(text: string): string[] {
  const characters = [...text];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, i) => characters[i]! + character);
}
