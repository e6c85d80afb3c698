import { and, eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import { normaliseIdNumber } from '@zikao/contract/codes/id-number';
import { normaliseName } from '@zikao/contract/codes/name';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { findNumbers as contract, FoundBy } from '@zikao/contract/merges';
import { districtName } from '#modules/exams';
import { idNumberIndex } from '#modules/identity';
import type { Signed } from '#platform/context';
import { invalid } from '#platform/problem';
import { trace } from '#platform/trace';
import { profiles } from '#tables/candidates';
import { accounts, admissionNumbers } from '#tables/identity';
import { holderOf } from './holder.ts';
import { findOwned, type Owned, personIn } from './owners.ts';
import { reaches } from './scope.ts';

const MOST_NAMESAKES = 500;
type Found = Owned & { because: FoundBy };

/**
 * What may be one person: the number or ID number typed, and what hangs together with it. A name finds people of the own
 * district only; a whole number or ID number also what is elsewhere, as far as it takes to compare.
 */
export async function findNumbers(
  ctx: Signed,
  { query: { search, born } }: Parsed<typeof contract>,
): Promise<Given<typeof contract>> {
  const typed = await findTyped(ctx, search, born);
  const found = await addTogether(ctx, typed);
  const mine = found.some(({ elsewhere }) => !elsewhere);
  // Nothing of the own district hangs on it: the number typed is all that is told.
  const shown = mine ? found : typed.filter(({ row }) => row.number === normaliseIdNumber(search));
  for (const { account, elsewhere } of mine ? shown : [])
    if (account && !elsewhere)
      await trace(ctx, { subject: `account:${account.id}`, candidate: account.id, why: '查找准考证号' });
  return { items: await Promise.all(shown.map((one) => view(ctx, one, mine))) };
}

async function view(ctx: Signed, one: Found, mine: boolean) {
  const holder = mine ? holderOf(ctx, one) : undefined;
  return {
    number: one.row.number,
    district: await districtName(ctx, one.district),
    elsewhere: one.elsewhere,
    imported: one.row.origin === 'imported',
    ...(one.row.mergedInto && { mergedInto: one.row.mergedInto }),
    ...(holder && { holder }),
    because: one.because,
  };
}

async function findTyped(ctx: Signed, search: string, born: string | undefined): Promise<Found[]> {
  const compact = normaliseIdNumber(search);
  if (/^\d{12}$/.test(compact))
    return tag(await findOwned(ctx, eq(admissionNumbers.number, compact)), 'typed');
  if (/^\d{17}[\dX]$/.test(compact))
    return tag(await findOwned(ctx, ofIdNumber([idNumberIndex(ctx.keys, compact)])), 'typed');
  if (!born) throw invalid('born', '按姓名查找时，请同时填写出生日期');
  return tag(await findNamesakes(ctx, normaliseName(search), born), 'typed');
}

const tag = (found: Owned[], because: FoundBy): Found[] => found.map((one) => ({ ...one, because }));

/** Also of an account that a 合档 closed: its number finds the person still. */
function ofIdNumber(indexes: Buffer[]): SQL {
  const holders = sql`(select coalesce(h.merged_into, h.id) from ${accounts} h
    where ${inArray(sql`h.id_number_index`, indexes)})`;
  return or(inArray(admissionNumbers.idNumberIndex, indexes), inArray(admissionNumbers.candidate, holders))!;
}

async function findNamesakes(ctx: Signed, name: string, born: string): Promise<Owned[]> {
  const people = await ctx.db
    .select({ id: profiles.id, district: profiles.district })
    .from(profiles)
    .where(and(eq(profiles.name, name), inDistrict(ctx)))
    .limit(MOST_NAMESAKES);
  const ids = people.filter(({ district }) => district && reaches(ctx.actor, district)).map(({ id }) => id);
  if (ids.length === 0) return [];
  const found = await findOwned(ctx, inArray(admissionNumbers.candidate, ids));
  return found.filter((one) => personIn(ctx, one)?.birthDate === born);
}

const inDistrict = ({ actor }: Signed) =>
  actor.role === 'province' ? undefined : eq(profiles.district, actor.district!);

/** A number of somebody to which others belong as well, as far as the office may see; undefined: nothing is to be merged. */
export async function numberToMerge(ctx: Signed, candidate: string): Promise<string | undefined> {
  const own = tag(await findOwned(ctx, eq(admissionNumbers.candidate, candidate)), 'typed');
  const counting = (await addTogether(ctx, own)).filter(({ row }) => !row.mergedInto);
  return counting.length > 1 ? own.find(({ row }) => !row.mergedInto)?.row.number : undefined;
}

/** Other numbers of the same accounts, of the same ID number, of namesakes born on the same day. */
async function addTogether(ctx: Signed, typed: readonly Found[]): Promise<Found[]> {
  const found = new Map(typed.map((one) => [one.row.number, one]));
  const add = (more: Owned[], because: FoundBy) => {
    for (const one of more) if (!found.has(one.row.number)) found.set(one.row.number, { ...one, because });
  };
  if (typed.length === 0) return [];
  const ids = typed.flatMap(({ account }) => account?.id ?? []);
  if (ids.length > 0) add(await findOwned(ctx, inArray(admissionNumbers.candidate, ids)), 'account');
  const indexes = typed.flatMap(({ row, account }) =>
    [row.idNumberIndex, account?.idNumberIndex ?? []].flat(),
  );
  add(await findOwned(ctx, ofIdNumber(indexes)), 'idNumber');
  for (const one of typed) {
    const person = personIn(ctx, one);
    if (person && !one.elsewhere)
      add(await findNamesakes(ctx, person.name, person.birthDate), 'nameAndBirth');
  }
  return [...found.values()].filter(
    ({ account, row }) => account?.active !== false || row.candidate === null,
  );
}
