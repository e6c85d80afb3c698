import { desc, eq, type SQL } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import { allowed } from '@zikao/contract/lifecycle';
import { type listSpotChecks as endpoint, spotCheckLifecycle } from '@zikao/contract/spot-checks';
import type { Signed } from '#platform/context';
import { afterCursor, writeCursor } from '#platform/cursor';
import { Problem } from '#platform/problem';
import { districts } from '#tables/exams';
import { accounts } from '#tables/identity';
import { agreementOf, sumPairs } from './agreement.ts';
import { pairsOf } from './pairs.ts';
import { spotChecks } from './tables.ts';

type Head = Given<typeof endpoint>['items'][number];

/** All of them, the latest first. */
export async function listSpotChecks(
  ctx: Signed,
  { query: { cursor, limit } }: Parsed<typeof endpoint>,
): Promise<Given<typeof endpoint>> {
  const rows = await select(ctx, afterCursor(cursor, spotChecks, 'newest'), limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1)?.row;
  return {
    items: await headsOf(ctx, shown),
    ...(last && rows.length > limit && { next: writeCursor(last) }),
  };
}

export async function getSpotCheckHead(ctx: Signed, id: string): Promise<Head> {
  const [head] = await headsOf(ctx, await select(ctx, eq(spotChecks.id, id), 1));
  if (!head) throw new Problem('notFound');
  return head;
}

const select = ({ db }: Signed, which: SQL | undefined, limit: number) =>
  db
    .select({ row: spotChecks, by: accounts.name, district: districts.name })
    .from(spotChecks)
    .innerJoin(accounts, eq(accounts.id, spotChecks.by))
    .leftJoin(districts, eq(districts.code, spotChecks.district))
    .where(which)
    .orderBy(desc(spotChecks.at), desc(spotChecks.id))
    .limit(limit);

async function headsOf(ctx: Signed, rows: Awaited<ReturnType<typeof select>>): Promise<Head[]> {
  if (rows.length === 0) return [];
  const pairs = await pairsOf(
    ctx,
    rows.map(({ row }) => row.id),
  );
  return rows.map(
    ({ row: { id, state, from, to, queue, reviewers, seed, population, size, at }, by, district }) => ({
      id,
      state,
      actions: allowed(spotCheckLifecycle, state, ctx.actor.role),
      from,
      to,
      ...(queue !== null && { queue }),
      ...(district !== null && { district }),
      reviewers,
      seed,
      population,
      size,
      by,
      at: at.toISOString(),
      agreement: agreementOf(sumPairs(pairs.filter(({ spotCheck }) => spotCheck === id))),
    }),
  );
}
