import { and, eq, ne } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import type {
  createVenue as creating,
  deleteVenue as deleting,
  saveVenue as contract,
  VenuePlan,
} from '@zikao/contract/venues';
import { findDistrict } from '#modules/exams';
import { transaction, type Signed } from '#platform/context';
import { invalid, Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { getVenue, venueRow } from './get-venue.ts';
import { rooms, seatingRooms, venues } from './tables.ts';

/** A new venue; a district officer's is of the own district, whatever is asked for. */
export function createVenue(ctx: Signed, { body }: Parsed<typeof creating>): Promise<Given<typeof creating>> {
  const { rooms: list, ...facts } = body;
  return transaction(ctx, async (ctx) => {
    const district = ctx.actor.district ?? facts.district;
    if (!(await findDistrict(ctx, district))) throw invalid('district', '请选择考区');
    const [made] = await ctx.db
      .insert(venues)
      .values({ ...facts, district })
      .onConflictDoNothing()
      .returning({ id: venues.id });
    if (!made) throw new Problem('venue.codeTaken');
    await setRooms(ctx, made.id, list);
    await trace(ctx, { subject: `venue:${made.id}`, why: `新建考点 ${facts.name}` });
    return getVenue(ctx, made.id);
  });
}

/** Replaces what a venue is; runs keep the rooms they were made with. */
export function saveVenue(
  ctx: Signed,
  { params: { venue: id }, body }: Parsed<typeof contract>,
): Promise<Given<typeof contract>> {
  const { rooms: list, ...facts } = body;
  return transaction(ctx, async (ctx) => {
    const { version } = await current(ctx, id);
    const same = and(eq(venues.code, facts.code), ne(venues.id, id));
    if ((await ctx.db.select({ id: venues.id }).from(venues).where(same)).length)
      throw new Problem('venue.codeTaken');
    await ctx.db
      .update(venues)
      .set({ ...facts, version: version + 1 })
      .where(eq(venues.id, id));
    await setRooms(ctx, id, list);
    await trace(ctx, { subject: `venue:${id}`, why: `修改考点 ${facts.name}，${list.length} 个考场` });
    return getVenue(ctx, id);
  });
}

export function deleteVenue(ctx: Signed, { params: { venue: id } }: Parsed<typeof deleting>): Promise<void> {
  return transaction(ctx, async (ctx) => {
    const { name } = await current(ctx, id);
    const used = await ctx.db.select().from(seatingRooms).where(eq(seatingRooms.venue, id)).limit(1);
    if (used.length) throw new Problem('venue.used');
    await ctx.db.delete(venues).where(eq(venues.id, id));
    await trace(ctx, { subject: `venue:${id}`, why: `删除考点 ${name}` });
  });
}

async function current(ctx: Signed, id: string): Promise<typeof venues.$inferSelect> {
  const row = await venueRow(ctx, id, { lock: true });
  if (row.version !== ctx.ifMatch) throw new Problem('request.stale');
  return row;
}

async function setRooms(ctx: Signed, venue: string, list: VenuePlan['rooms']): Promise<void> {
  await ctx.db.delete(rooms).where(eq(rooms.venue, venue));
  if (list.length)
    await ctx.db.insert(rooms).values(list.map((room, position) => ({ ...room, venue, position })));
}
