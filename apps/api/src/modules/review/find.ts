import { and, eq } from 'drizzle-orm';
import type { Queue } from '@zikao/contract/review';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { type HeadRow, selectHeads } from './heads.ts';
import { sourceOf } from './queues.ts';
import { inScope } from './scope.ts';

/** A case the actor may see; not theirs: `notFound`. */
export async function getHead(ctx: Signed, queue: Queue, id: string): Promise<HeadRow> {
  const [row] = await selectHeads(ctx, queue, eq(sourceOf(ctx, queue).id, id), 1);
  if (!row) throw new Problem('notFound');
  return row;
}

/** Locks a case until the transaction ends, so that neither the candidate nor a colleague moves it meanwhile. */
export async function lockCase(
  ctx: Signed,
  queue: Queue,
  id: string,
): Promise<{ state: string; no: number }> {
  const of = sourceOf(ctx, queue);
  const [row] = await ctx.db
    .select({ state: of.state, no: of.no })
    .from(of.table)
    .where(and(inScope(ctx.actor, of), eq(of.id, id)))
    .for('update');
  if (!row) throw new Problem('notFound');
  return row as { state: string; no: number };
}
