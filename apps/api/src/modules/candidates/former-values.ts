import { asc, eq } from 'drizzle-orm';
import type { Ctx } from '#platform/context';
import { decryptText } from '#platform/crypto';
import { personChanges } from './tables.ts';

/** Former names and sexes of a person, oldest change first. */
export async function formerValues(ctx: Pick<Ctx, 'db' | 'keys'>, candidate: string) {
  const rows = await ctx.db
    .select()
    .from(personChanges)
    .where(eq(personChanges.candidate, candidate))
    .orderBy(asc(personChanges.at), asc(personChanges.field));
  return rows.map(({ field, before, after, origin, at }) => ({
    field,
    before: decryptText(ctx.keys, 'person_changes.before', before),
    after: decryptText(ctx.keys, 'person_changes.after', after),
    origin,
    at,
  }));
}
