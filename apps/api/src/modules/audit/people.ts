import { and, asc, eq, inArray } from 'drizzle-orm';
import type { AuditedPerson, findAudited } from '@zikao/contract/audit';
import { maskIdNumber } from '@zikao/contract/codes/id-number';
import { type DeskLookUp, LOOK_UP_NAMES, readLookUp } from '@zikao/contract/desk/find';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import { type Ctx, type Signed, transaction } from '#platform/context';
import { trace } from '#platform/trace';
import { admissionNumbersOf, findAccount, findBornOn, openIdNumber } from '#modules/identity';
import { accounts } from '#tables/identity';

const MOST_SHOWN = 20;

/**
 * Finds whom the trail is searched for, by whole values and keyed indexes like the desk. The entry says by what, never
 * what was typed: a trail that named numbers would give away what it guards.
 */
export async function findAuditedPeople(
  ctx: Signed,
  { body: { typed, birthDate } }: Parsed<typeof findAudited>,
): Promise<Given<typeof findAudited>> {
  return transaction(ctx, async (ctx) => {
    const lookUp = readLookUp(typed);
    const ids = await idsBy(ctx, lookUp, birthDate);
    const items = await peopleOf(ctx, ids.slice(0, MOST_SHOWN));
    const why = `查找审计记录：按${LOOK_UP_NAMES[lookUp.by]}`;
    for (const { id } of items) await trace(ctx, { subject: `account:${id}`, candidate: id, why });
    if (!items.length) await trace(ctx, { subject: 'audit:search', why: `${why}，没有找到` });
    return { items, more: ids.length > MOST_SHOWN };
  });
}

async function idsBy(ctx: Signed, lookUp: DeskLookUp, birthDate: string | undefined): Promise<string[]> {
  if (lookUp.by === 'name') {
    const rows = await ctx.db
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(inArray(accounts.id, await findBornOn(ctx, birthDate!)), eq(accounts.name, lookUp.name)))
      .orderBy(asc(accounts.id))
      .limit(MOST_SHOWN + 1);
    return rows.map(({ id }) => id);
  }
  const id = await findAccount(ctx, lookUp);
  return id ? [id] : [];
}

/** Candidates as the auditor tells them apart, also those whose account is closed. */
export async function peopleOf(
  ctx: Pick<Ctx, 'db' | 'keys'>,
  ids: readonly string[],
): Promise<AuditedPerson[]> {
  if (!ids.length) return [];
  const rows = await ctx.db
    .select()
    .from(accounts)
    .where(inArray(accounts.id, [...ids]));
  return Promise.all(
    rows
      .filter(({ role }) => role === 'candidate')
      .map(async (row) => ({
        id: row.id,
        name: row.name,
        maskedIdNumber: maskIdNumber(openIdNumber(ctx.keys, row)),
        numbers: await admissionNumbersOf(ctx, row.id),
      })),
  );
}
