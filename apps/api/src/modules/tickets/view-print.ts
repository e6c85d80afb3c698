import { and, desc, eq } from 'drizzle-orm';
import { allowed } from '@zikao/contract/lifecycle';
import { KEPT_HOURS, type Print, printLifecycle } from '@zikao/contract/prints';
import { slotName, slotsOf } from '#modules/exams';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { printScope } from './print-scope.ts';
import { prints } from './tables.ts';

type Row = typeof prints.$inferSelect;
const SHOWN = 50;

/** 成批打印 of the caller's office, the newest first. */
export async function listPrints(ctx: Signed): Promise<Print[]> {
  const rows = await ctx.db
    .select()
    .from(prints)
    .where(printScope(ctx.actor))
    .orderBy(desc(prints.at), desc(prints.id))
    .limit(SHOWN);
  return viewAll(ctx, rows);
}

/** One within the caller's scope, or `notFound`. */
export async function getPrint(ctx: Signed, id: string): Promise<Row> {
  const [row] = await ctx.db
    .select()
    .from(prints)
    .where(and(eq(prints.id, id), printScope(ctx.actor)));
  if (!row) throw new Problem('notFound');
  return row;
}

export async function showPrint(ctx: Signed, id: string): Promise<Print> {
  return (await viewAll(ctx, [await getPrint(ctx, id)]))[0]!;
}

async function viewAll(ctx: Signed, rows: readonly Row[]): Promise<Print[]> {
  const slots = new Map<string, string>();
  for (const session of new Set(rows.map((row) => row.session)))
    for (const slot of await slotsOf(ctx, session)) slots.set(`${session} ${slot.no}`, slotName(slot));
  return rows.map((row) => {
    const { id, state, session, venueName, paper, slot, done, total, missing, byName, at, readyAt } = row;
    return {
      id,
      state,
      actions: allowed(printLifecycle, state, ctx.actor.role),
      paper,
      venue: venueName,
      ...(slot !== null && { slot: slots.get(`${session} ${slot}`) ?? `第 ${slot} 场` }),
      done,
      total,
      missing,
      by: byName,
      at: at.toISOString(),
      ...(readyAt && {
        keptUntil: new Date(readyAt.getTime() + KEPT_HOURS * 3_600_000).toISOString(),
      }),
    };
  });
}
