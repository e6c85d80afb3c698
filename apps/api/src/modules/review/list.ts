import { and, inArray } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { listCases } from '@zikao/contract/review';
import type { Signed } from '#platform/context';
import { afterCursor, writeCursor } from '#platform/cursor';
import { headOf, selectHeads } from './heads.ts';
import { sourceOf } from './queues.ts';
import { matches } from './search.ts';

type Input = Parsed<typeof listCases>;

/** A letter collected was approved before. */
const DONE = ['approved', 'collected'];

/** Cases of the own district, oldest first. */
export async function list(ctx: Signed, { params, query }: Input): Promise<Given<typeof listCases>> {
  const of = sourceOf(ctx, params.queue);
  const states = { pending: of.waits(ctx.actor.role), approved: DONE, rejected: ['rejected'] };
  const where = and(
    query.state === 'all' ? undefined : inArray(of.state, states[query.state]),
    matches(ctx.keys, of, query.search),
    afterCursor(query.cursor, { at: of.submittedAt, id: of.id }, 'oldest'),
  );
  const rows = await selectHeads(ctx, params.queue, where, query.limit + 1);
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => headOf(ctx, row)),
    ...(last && rows.length > query.limit && { next: writeCursor({ at: last.submittedAt, id: last.id }) }),
  };
}
