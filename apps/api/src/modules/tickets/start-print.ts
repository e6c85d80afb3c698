import { and, eq, isNull } from 'drizzle-orm';
import type { Print, RoomPaper } from '@zikao/contract/prints';
import { lastPublished, roomsOf } from '#modules/seating';
import { transaction, type Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { venueToPrint } from './print-scope.ts';
import { prints } from './tables.ts';
import { showPrint } from './view-print.ts';

/** Has a venue's papers printed in the background; the same ones under way are not begun twice. */
export async function startPrint(
  ctx: Signed,
  id: string,
  { paper, slot }: { paper: RoomPaper; slot?: string },
): Promise<Print> {
  const venue = await venueToPrint(ctx, id);
  const session = await lastPublished(ctx);
  const inUse = session
    ? await roomsOf(ctx, { session }, { venue: id, ...(slot !== undefined && { slot }) })
    : [];
  if (!session || inUse.length === 0) throw new Problem('print.nothing');
  const print = await transaction(ctx, async (ctx) => {
    const [known] = await ctx.db
      .select({ id: prints.id })
      .from(prints)
      .where(
        and(
          eq(prints.state, 'waiting'),
          eq(prints.session, session),
          eq(prints.venue, id),
          eq(prints.paper, paper),
          slot === undefined ? isNull(prints.slot) : eq(prints.slot, slot),
        ),
      );
    if (known) return known.id;
    const of = { session, venue: id, venueName: venue.name, district: venue.district };
    const by = { by: ctx.actor.id, byName: ctx.actor.name };
    const begun = crypto.randomUUID();
    const why = `${venue.name} ${paper} ${slot ?? ''}`.trim();
    const entry = await trace(ctx, { subject: `print:${begun}`, why });
    const plan = { paper, slot: slot ?? null, total: inUse.length };
    await ctx.db.insert(prints).values({ id: begun, ...of, ...by, entry, ...plan });
    await ctx.jobs.enqueue(ctx.db, 'print', crypto.randomUUID(), { print: begun });
    return begun;
  });
  ctx.wake();
  return showPrint(ctx, print);
}
