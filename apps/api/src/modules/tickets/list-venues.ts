import type { Given } from '@zikao/contract/endpoint';
import type { getPrintVenue, listPrintVenues, PrintVenue } from '@zikao/contract/prints';
import { sessionNames, slotName, slotsOf } from '#modules/exams';
import { lastPublished, roomsOf } from '#modules/seating';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { venueToPrint } from './print-scope.ts';

/** Venues with published seats of the last session that has any, within the caller's scope. */
export async function listVenues(ctx: Signed): Promise<Given<typeof listPrintVenues>> {
  const session = await lastPublished(ctx);
  if (!session) return { session: null, items: [] };
  const { role, district } = ctx.actor;
  const inUse = await roomsOf(ctx, { session }, role === 'district' ? { district: district! } : {});
  const venues = new Map<string, PrintVenue>();
  for (const { venue, people } of inUse) {
    const { id, code, name } = venue;
    const known = venues.get(id) ?? { id, code, name, district: venue.district, people: 0, rooms: 0 };
    venues.set(id, { ...known, people: known.people + people, rooms: known.rooms + 1 });
  }
  return { session: await named(ctx, session), items: [...venues.values()] };
}

/** Its rooms in use, half-day by half-day. */
export async function showVenue(ctx: Signed, id: string): Promise<Given<typeof getPrintVenue>> {
  const { code, name, district } = await venueToPrint(ctx, id);
  const session = await lastPublished(ctx);
  if (!session) throw new Problem('print.nothing');
  const inUse = await roomsOf(ctx, { session }, { venue: id });
  const slots = await slotsOf(ctx, session, district);
  return {
    venue: { id, code, name, district },
    session: await named(ctx, session),
    slots: slots.map((slot) => ({
      ...slot,
      name: slotName(slot),
      rooms: inUse.filter((one) => one.slot === slot.no).map(({ room, people }) => ({ no: room.no, people })),
    })),
  };
}

const named = async (ctx: Signed, id: string) => ({ id, name: (await sessionNames(ctx)).get(id) ?? id });
