import { asc, eq, inArray, sql } from 'drizzle-orm';
import { USUAL_ROOM } from '@zikao/contract/venues';
import { VENUE_ROOMS, type VenueRoomRow } from '@zikao/contract/venue-import';
import { districtNames, listDistricts } from '#modules/exams';
import type { Signed } from '#platform/context';
import type { Changes, Fault, Filed, ImportTarget } from '#platform/imports';
import { venueScope } from './scope.ts';
import { rooms, venues } from './tables.ts';

/** 考点与考场 as a table, a line per room; a district officer's is the own district. */
export const venueTable: ImportTarget<VenueRoomRow> = {
  definition: VENUE_ROOMS,
  async lock({ db }) {
    await db.execute(sql`lock table venues, rooms in share row exclusive mode`);
  },
  async current(ctx) {
    const rows = await ctx.db
      .select({ venue: venues, room: rooms })
      .from(venues)
      .innerJoin(rooms, eq(rooms.venue, venues.id))
      .where(venueScope(ctx.actor))
      .orderBy(asc(venues.code), asc(rooms.position));
    const names = await districtNames(ctx);
    return rows.map(({ venue, room }) => ({
      district: names.get(venue.district) ?? venue.district,
      venue: venue.code,
      name: venue.name,
      address: venue.address,
      no: room.no,
      rows: room.rows,
      columns: room.columns,
      capacity: room.capacity,
      accessible: room.accessible,
    }));
  },
  async check(ctx, changes, filed) {
    const districts = await districtsOf(ctx);
    const lines = touched(changes);
    const codes = [...new Set(lines.map(({ row }) => row.venue))];
    const known = codes.length ? await ctx.db.select().from(venues).where(inArray(venues.code, codes)) : [];
    const districtOf = new Map(known.map(({ code, district }) => [code, district]));
    return [
      ...differing(filed),
      ...lines.flatMap(({ no, row }): Fault[] => {
        const district = districts.get(row.district);
        const { rows: down, columns: across, capacity } = sizeOf(row);
        if (!district) return [{ no, title: '考区', message: `没有“${row.district}”，或不是您的考区` }];
        if ((districtOf.get(row.venue) ?? district) !== district)
          return [{ no, title: '考点代码', message: `${row.venue} 是其他考区的考点` }];
        return capacity > down * across
          ? [{ no, title: '座位数', message: `${down} 行 ${across} 列最多 ${down * across} 个座位` }]
          : [];
      }),
    ];
  },
  async write(ctx, changes) {
    const districts = await districtsOf(ctx);
    const lines = touched(changes);
    const ids = new Map<string, string>();
    for (const { row } of lines)
      if (!ids.has(row.venue)) ids.set(row.venue, await setVenue(ctx, row, districts.get(row.district)!));
    for (const { row } of changes.removed) {
      const of = sql`${rooms.venue} = (select id from ${venues} where code = ${row.venue}) and ${rooms.no} = ${row.no}`;
      await ctx.db.delete(rooms).where(of);
    }
    for (const { row } of lines) await setRoom(ctx, ids.get(row.venue)!, row);
  },
};

const touched = ({ added, changed }: Changes<VenueRoomRow>): { no: number; row: VenueRoomRow }[] => [
  ...added,
  ...changed.map(({ no, after }) => ({ no, row: after })),
];

/** A venue is one thing: its lines must not contradict each other. */
function differing(filed: readonly Filed<VenueRoomRow>[]): Fault[] {
  const first = new Map<string, Filed<VenueRoomRow>>();
  return filed.flatMap((line) => {
    const said = first.get(line.row.venue) ?? line;
    first.set(line.row.venue, said);
    const same = (['district', 'name', 'address'] as const).every((of) => said.row[of] === line.row[of]);
    const message = `${line.row.venue} 的考区、名称、地址与第 ${said.no} 行不一致`;
    return same ? [] : [{ no: line.no, title: '考点代码', message }];
  });
}

const sizeOf = ({ rows: down, columns: across, capacity }: VenueRoomRow) => {
  const size = { rows: down ?? USUAL_ROOM.rows, columns: across ?? USUAL_ROOM.columns };
  return { ...size, capacity: capacity ?? size.rows * size.columns };
};

/** By name and by code; an officer's own only. */
async function districtsOf(ctx: Signed): Promise<Map<string, string>> {
  const { items } = await listDistricts(ctx);
  const own = items.filter(({ code }) => !ctx.actor.district || code === ctx.actor.district);
  return new Map(own.flatMap(({ code, name }) => [[name, code] as const, [code, code] as const]));
}

async function setVenue(ctx: Signed, row: VenueRoomRow, district: string): Promise<string> {
  const facts = { name: row.name, address: row.address };
  const [venue] = await ctx.db
    .insert(venues)
    .values({ ...facts, code: row.venue, district })
    .onConflictDoUpdate({ target: venues.code, set: { ...facts, version: sql`${venues.version} + 1` } })
    .returning({ id: venues.id });
  return venue!.id;
}

async function setRoom(ctx: Signed, venue: string, row: VenueRoomRow): Promise<void> {
  const facts = { ...sizeOf(row), accessible: row.accessible };
  const last = sql`(select coalesce(max(position), -1) + 1 from ${rooms} where venue = ${venue})`;
  await ctx.db
    .insert(rooms)
    .values({ ...facts, venue, no: row.no, position: last })
    .onConflictDoUpdate({ target: [rooms.venue, rooms.no], set: facts });
}
