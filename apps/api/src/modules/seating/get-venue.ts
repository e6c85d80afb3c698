import { and, asc, eq } from 'drizzle-orm';
import type { Venue } from '@zikao/contract/venues';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { venueHeads } from './list-venues.ts';
import { venueScope } from './scope.ts';
import { rooms, venues } from './tables.ts';

/** A venue with its rooms, in the order in which they are filled. Not of the own district: `notFound`. */
export async function getVenue(ctx: Signed, id: string): Promise<Venue> {
  const [head] = await venueHeads(ctx, { id });
  if (!head) throw new Problem('notFound');
  const { no, rows, columns, capacity, accessible } = rooms;
  const list = await ctx.db
    .select({ no, rows, columns, capacity, accessible })
    .from(rooms)
    .where(eq(rooms.venue, id))
    .orderBy(asc(rooms.position));
  const { version } = await venueRow(ctx, id);
  return { ...head, version, rooms: list };
}

/** Its row, held to the end of the transaction with `lock`. */
export async function venueRow(
  ctx: Signed,
  id: string,
  { lock = false } = {},
): Promise<typeof venues.$inferSelect> {
  const query = ctx.db
    .select()
    .from(venues)
    .where(and(eq(venues.id, id), venueScope(ctx.actor)));
  const [row] = lock ? await query.for('update') : await query;
  if (!row) throw new Problem('notFound');
  return row;
}
