import { asc, eq } from 'drizzle-orm';
import type { Ctx } from '#platform/context';
import type { Venue } from './plan/index.ts';
import { seatingRooms, venues } from './tables.ts';

/** The rooms of a run as the planner takes them, and which row each of them is. */
export interface FrozenRooms {
  venues: Venue[];
  /** Ids by index of venue and room. */
  ids: string[][];
  /** The reverse: where a room is by its id. */
  at: Map<string, { venue: number; room: number }>;
}

export async function readRooms(ctx: Pick<Ctx, 'db'>, run: string): Promise<FrozenRooms> {
  const found = await ctx.db
    .select({ room: seatingRooms, code: venues.code, district: venues.district })
    .from(seatingRooms)
    .innerJoin(venues, eq(venues.id, seatingRooms.venue))
    .where(eq(seatingRooms.run, run))
    .orderBy(asc(seatingRooms.position));
  const byVenue = [...Map.groupBy(found, ({ room }) => room.venue).values()];
  return {
    venues: byVenue.map((own) => ({
      code: own[0]!.code,
      district: own[0]!.district,
      rooms: own.map(({ room: { no, rows, columns, capacity, accessible } }) => ({
        no,
        rows,
        columns,
        capacity,
        accessible,
      })),
    })),
    ids: byVenue.map((own) => own.map(({ room }) => room.id)),
    at: new Map(
      byVenue.flatMap((own, venue) => own.map(({ room: { id } }, room) => [id, { venue, room }] as const)),
    ),
  };
}
