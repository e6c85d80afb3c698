import { and, eq } from 'drizzle-orm';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import type { RequestRow } from './seal.ts';
import { requestScope } from './scope.ts';
import { deskRequests } from './tables.ts';

/** A request within the caller's scope, locked until the transaction ends; not theirs: `notFound`. */
export async function lockRequest(ctx: Signed, id: string): Promise<RequestRow> {
  const [row] = await ctx.db
    .select()
    .from(deskRequests)
    .where(and(eq(deskRequests.id, id), requestScope(ctx.actor)))
    .for('update');
  if (!row) throw new Problem('notFound');
  return row;
}
