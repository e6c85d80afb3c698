import type { RoomPaper } from '@zikao/contract/prints';
import { slotsOf } from '#modules/exams';
import { lastPublished, roomsOf } from '#modules/seating';
import { now } from '#platform/clock';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { trace, traceShown } from '#platform/trace';
import { printRoom } from './print-room.ts';
import { venueToPrint } from './print-scope.ts';

/** One room's paper at once, within the caller's scope. */
export async function roomPaper(
  ctx: Signed,
  { id, room, slot, paper }: { id: string; room: string; slot: string; paper: RoomPaper },
): Promise<Buffer<ArrayBuffer>> {
  const venue = await venueToPrint(ctx, id);
  const session = await lastPublished(ctx);
  const inUse = session ? await roomsOf(ctx, { session }, { venue: id, slot }) : [];
  const one = inUse.find((found) => found.room.no === room);
  const half = session && (await slotsOf(ctx, session, venue.district)).find(({ no }) => no === slot);
  if (!session || !one || !half) throw new Problem('print.nothing');
  const at = await now(ctx.db);
  const printed = await printRoom(ctx, { session, inUse: one, slot: half, paper, at });
  if (!printed) throw new Problem('print.nothing');
  const entry = await trace(ctx, { subject: `room:${venue.code}/${room}`, why: `第 ${slot} 场 ${paper}` });
  await traceShown(ctx, entry, printed.people);
  return Buffer.from(printed.pdf);
}
