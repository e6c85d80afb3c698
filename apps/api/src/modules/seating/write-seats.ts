import { sql } from 'drizzle-orm';
import type { Ctx } from '#platform/context';
import type { Planned } from './planner.ts';
import type { FrozenRooms } from './read-rooms.ts';
import type { SittingRow } from './read-sittings.ts';

/** The seats of a page of sittings, which begins at index `from` of what was planned. */
export async function writeSeats(
  ctx: Pick<Ctx, 'db'>,
  run: string,
  page: readonly SittingRow[],
  from: number,
  { frozen, planned }: { frozen: FrozenRooms; planned: Extract<Planned, { ok: true }> },
): Promise<void> {
  const rows = page.map((sitting, at) => {
    const { venue, room, seat } = planned.place(from + at);
    return { ...sitting, room: frozen.ids[venue]![room]!, seat };
  });
  // As one parameter: 5,000 rows of their own would be more than a statement takes.
  await ctx.db.execute(sql`
    insert into seats (run, enrolment, candidate, admission_number, district, slot, course, accessible,
                       room, seat, planned_room, planned_seat)
    select ${run}::uuid, enrolment, candidate, number, district, slot, course, accessible, room, seat, room, seat
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(
        enrolment uuid, candidate uuid, number text, district text, slot text, course text,
        accessible boolean, room uuid, seat integer)`);
}
