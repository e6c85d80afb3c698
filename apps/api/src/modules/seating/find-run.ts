import { and, eq } from 'drizzle-orm';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { runScope } from './scope.ts';
import { seatingRuns } from './tables.ts';

export type Run = typeof seatingRuns.$inferSelect;

/** A run the caller may see. Throws `notFound`. With `lock` changes of it take turns. */
export async function getRun(ctx: Signed, id: string, { lock = false } = {}): Promise<Run> {
  const query = ctx.db
    .select()
    .from(seatingRuns)
    .where(and(eq(seatingRuns.id, id), runScope(ctx.actor)));
  const [row] = lock ? await query.for('update') : await query;
  if (!row) throw new Problem('notFound');
  return row;
}
