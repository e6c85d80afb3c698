import { inArray } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { listCases } from '@zikao/contract/review';
import type { Signed } from '#platform/context';
import { writeCursor } from '#platform/cursor';
import { headOf, selectHeads } from './heads.ts';
import { pick } from './pick.ts';
import { sourceOf } from './queues.ts';

/** Cases of the own district, oldest first: which they are is told by the indexes, then those few are read. */
export async function list(
  ctx: Signed,
  { params: { queue }, query }: Parsed<typeof listCases>,
): Promise<Given<typeof listCases>> {
  const { ids, more } = await pick(ctx, queue, query);
  if (ids.length === 0) return { items: [] };
  const rows = await selectHeads(ctx, queue, inArray(sourceOf(ctx, queue).id, ids), ids.length);
  const last = rows.at(-1);
  return {
    items: rows.map((row) => headOf(ctx, row)),
    ...(last && more && { next: writeCursor({ at: last.submittedAt, id: last.id }) }),
  };
}
