import { eq, sql, type SQL } from 'drizzle-orm';
import { findVenue } from '#modules/seating';
import type { Actor, Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { prints } from './tables.ts';

/** A venue the caller may print for: the own district's, for the province any. Else there is none. */
export async function venueToPrint(ctx: Signed, id: string) {
  const venue = await findVenue(ctx, id);
  const { role, district } = ctx.actor;
  if (!venue || (role !== 'province' && venue.district !== district)) throw new Problem('notFound');
  return venue;
}

/** Which prints an actor may see. */
export function printScope({ role, district }: Actor): SQL {
  if (role === 'province') return sql`true`;
  return district ? eq(prints.district, district) : sql`false`;
}
