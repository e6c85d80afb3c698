import { eq, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { normaliseIdNumber } from '@zikao/contract/codes/id-number';
import type { Ctx } from '#platform/context';
import { idNumberIndex } from '#modules/identity';
import { profiles } from '#tables/candidates';
import { accounts, admissionNumbers } from '#tables/identity';

type Reads = Pick<Ctx, 'db' | 'keys'>;

/** Who fits what was typed: these people, or everybody with that in the name. */
export type Found = { people: string[] } | { named: string };

/** Of so many and more, enough for a page are met soon in any list. */
const MANY = 3_000;
/** Shorter beginnings of admission numbers fit whole districts. */
const SHORTEST_NUMBER = 9;

/** What an officer types: a whole ID number, an admission number or most of it, else part of a name. Undefined: anyone. */
export async function findPeople(ctx: Reads, typed: string | undefined): Promise<Found | undefined> {
  if (!typed) return undefined;
  const compact = normaliseIdNumber(typed);
  if (/^\d{17}[\dX]$/.test(compact)) return { people: await byIdNumber(ctx, compact) };
  if (/^\d{1,12}$/.test(compact)) return { people: await byAdmissionNumber(ctx, compact) };
  return { named: typed.normalize('NFKC') };
}

/** The condition on whose things they are. */
export function theirs(candidate: PgColumn, found: Found): SQL {
  if ('people' in found) return sql`${candidate} = any(${sql.param(found.people)}::uuid[])`;
  // As an array they are looked up one by one, whatever is thought to be how many.
  return sql`${candidate} = any(array(select ${profiles.id} from ${profiles} where ${isNamed(profiles.name, found.named)}))`;
}

/** Instead of the table of profiles: by the index of names alone, else PostgreSQL reads that of the queue beside it. */
export const profilesNamed = (name: string): SQL =>
  sql`(select * from ${profiles} where ${isNamed(profiles.name, name)} offset 0) ${profiles}`;

/**
 * Whether many have the name, by what the database knows of the parts of names (pg_stats; a part it does not know is rare):
 * as many as have the rarest part, or, of four characters and more, its first and its last part by chance.
 */
export async function isCommon({ db }: Pick<Ctx, 'db'>, name: string): Promise<boolean> {
  const parts = partsOf(name.toLowerCase());
  const { rows } = await db.execute<{ part: string; share: number; people: number }>(sql`
    select part, share, (select reltuples from pg_class where oid = 'profiles'::regclass) as people
      from pg_stats, unnest(most_common_elems::text::text[], most_common_elem_freqs) known (part, share)
     where schemaname = current_schema() and tablename = 'profiles_name_parts'
       and part = any(${sql.param(parts)}::text[])`);
  const people = rows[0]?.people ?? 0;
  const shares = parts.map((part) => rows.find((row) => row.part === part)?.share ?? 0);
  const share = parts.length < 3 ? Math.min(...shares) : shares[0]! * shares.at(-1)!;
  return share * people > MANY;
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
function isNamed(column: PgColumn, name: string): SQL {
  const parts = partsOf(name.toLowerCase());
  const inIndex = sql`name_parts(${column}) @> ${sql.param(parts)}::text[]`;
  return parts.length === 1 ? inIndex : sql`(${inIndex} and ${isLike(column, name)})`;
}

/** Characters without upper and lower case are compared as they are: six times as fast. */
export function isLike(column: SQLWrapper, name: string): SQL {
  const pattern = `%${name.replace(/[\\%_]/g, '\\$&')}%`;
  return name.toLowerCase() === name.toUpperCase()
    ? sql`${column} like ${pattern}`
    : sql`${column} ilike ${pattern}`;
}

function partsOf(text: string): string[] {
  const characters = [...text];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, i) => characters[i]! + character);
}
