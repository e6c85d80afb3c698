import { and, asc, count, eq, sql } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { listVenues as contract, VenueHead } from '@zikao/contract/venues';
import { listDistricts } from '#modules/exams';
import type { Signed } from '#platform/context';
import { venueScope } from './scope.ts';
import { rooms, venues } from './tables.ts';

/** Venues with what they hold, by district and code. */
export async function listVenues(
  ctx: Signed,
  { query: { district } }: Parsed<typeof contract>,
): Promise<Given<typeof contract>> {
  return { items: await venueHeads(ctx, { district }) };
}

export async function venueHeads(
  ctx: Signed,
  { district, id }: { district?: string | undefined; id?: string } = {},
): Promise<VenueHead[]> {
  const sum = (of: ReturnType<typeof sql>) => sql<number>`coalesce(sum(${of}), 0)`.mapWith(Number);
  const rows = await ctx.db
    .select({
      venue: venues,
      rooms: count(rooms.id),
      seats: sum(sql`${rooms.capacity}`),
      accessibleSeats: sum(sql`case when ${rooms.accessible} then ${rooms.capacity} else 0 end`),
    })
    .from(venues)
    .leftJoin(rooms, eq(rooms.venue, venues.id))
    .where(
      and(
        venueScope(ctx.actor),
        district ? eq(venues.district, district) : undefined,
        id ? eq(venues.id, id) : undefined,
      ),
    )
    .groupBy(venues.id)
    .orderBy(asc(venues.code));
  const { items } = await listDistricts(ctx);
  const order = new Map(items.map(({ code, name }, at) => [code, { name, at }]));
  return rows
    .map(({ venue, ...sums }) => ({
      ...venue,
      ...sums,
      districtName: order.get(venue.district)?.name ?? venue.district,
    }))
    .toSorted((a, b) => (order.get(a.district)?.at ?? 0) - (order.get(b.district)?.at ?? 0));
}
