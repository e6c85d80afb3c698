import { asc, eq } from 'drizzle-orm';
import { type Batch, batchLifecycle } from '@zikao/contract/score-imports';
import type { SheetFormat } from '@zikao/contract/sheets';
import { allowed } from '@zikao/contract/lifecycle';
import { staffNames } from '#modules/identity';
import type { Ctx } from '#platform/context';
import { Problem } from '#platform/problem';
import { scoreBatches } from './tables.ts';

export type BatchRow = typeof scoreBatches.$inferSelect;

export async function getBatch(ctx: Pick<Ctx, 'db'>, id: string): Promise<BatchRow> {
  const [row] = await ctx.db.select().from(scoreBatches).where(eq(scoreBatches.id, id));
  if (!row) throw new Problem('notFound');
  return row;
}

/** The batches of a session as they are shown, the first one first. */
export async function batchesOf(ctx: Ctx, session: string): Promise<Batch[]> {
  const rows = await ctx.db
    .select()
    .from(scoreBatches)
    .where(eq(scoreBatches.session, session))
    .orderBy(asc(scoreBatches.no));
  return show(ctx, rows);
}

export async function toBatch(ctx: Ctx, id: string): Promise<Batch> {
  const [batch] = await show(ctx, [await getBatch(ctx, id)]);
  return batch!;
}

async function show(ctx: Ctx, rows: readonly BatchRow[]): Promise<Batch[]> {
  const names = await staffNames(
    ctx,
    rows.map(({ by }) => by),
  );
  return rows.map(({ encoding, result, fault, reason, by, at, ...row }) => ({
    id: row.id,
    no: row.no,
    session: row.session,
    state: row.state,
    actions: allowed(batchLifecycle, row.state, ctx.actor?.role ?? 'system'),
    name: row.name,
    bytes: row.bytes,
    format: row.format as SheetFormat,
    ...(encoding && { encoding }),
    rows: row.rows,
    read: row.read,
    ...(result && row.state !== 'checking' && { result }),
    ...(fault && row.state === 'failed' && { fault }),
    ...(reason && { reason }),
    by: names.get(by) ?? '',
    at: at.toISOString(),
  }));
}
