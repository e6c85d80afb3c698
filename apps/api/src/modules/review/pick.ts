import { and, asc, eq, gt, inArray, or, sql, type SQL } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { Parsed } from '@zikao/contract/endpoint';
import type { listCases, Queue } from '@zikao/contract/review';
import type { Signed } from '#platform/context';
import { afterCursor } from '#platform/cursor';
import { profiles, profileSubmissions } from '#tables/candidates';
import { isNotHeld } from './held.ts';
import { type Source, sourceOf } from './queues.ts';
import { findPeople, type Found, isCommon, isLike, profilesNamed, theirs } from './search.ts';
import { inScope } from './scope.ts';

type Query = Parsed<typeof listCases>['query'];

/** So many of the first in a list are looked at for a name that many have. */
const NEAR = 6_000;

/** A letter collected was approved before. */
const DONE = ['approved', 'collected'];

/** Ids of the cases of a page and whether there are more, oldest first. */
export async function pick(
  ctx: Signed,
  queue: Queue,
  query: Query,
): Promise<{ ids: string[]; more: boolean }> {
  const of = sourceOf(ctx, queue);
  const found = await findPeople(ctx, query.search);
  const wanted = and(
    filters(ctx, of, query),
    afterCursor(query.cursor, { at: of.submittedAt, id: of.id }, 'oldest'),
  );
  const limit = query.limit + 1;
  const rows =
    (await (found ? search(ctx, of, query, found, wanted, limit) : merged(ctx, of, query, wanted, limit))) ??
    [];
  return { ids: rows.slice(0, query.limit).map(({ id }) => id), more: rows.length > query.limit };
}

/** Those of few people are looked up. A name that many have is met soon in the list; if not, few have it there. */
async function search(
  ctx: Signed,
  of: Source,
  query: Query,
  found: Found,
  wanted: SQL | undefined,
  limit: number,
) {
  const near =
    'named' in found && (await isCommon(ctx, found.named))
      ? await meet(ctx, of, query, found.named, wanted, limit)
      : undefined;
  return near ?? among(ctx, of, query, found, wanted, limit);
}

/** The first cases of a name, looking at one after the other; undefined: too few of them near the head of the list. */
async function meet(
  ctx: Signed,
  of: Source,
  query: Query,
  name: string,
  wanted: SQL | undefined,
  limit: number,
) {
  const near = merged(ctx, of, query, wanted, NEAR)?.as('near');
  if (!near) return [];
  const no = sql<number>`row_number() over (order by ${near.at}, ${near.id})::int`.as('no');
  const head = ctx.db.select({ id: near.id, at: near.at, name: near.name, no }).from(near).as('head');
  const isMet = sql<boolean | null>`${isLike(head.name, name)}`;
  // Of the last one too: where it is told the list may go on.
  const rows = await ctx.db
    .select({ id: head.id, isMet, no: head.no })
    .from(head)
    .where(or(isMet, eq(head.no, NEAR)))
    .orderBy(asc(head.at), asc(head.id))
    .limit(limit);
  const met = rows.filter((row) => row.isMet);
  return met.length === limit || rows.at(-1)?.no !== NEAR ? met : undefined;
}

const placed = ({ id, submittedAt, name }: Source) => ({
  id: sql<string>`${id}`.as('id'),
  at: sql<Date>`${submittedAt}`.as('at'),
  name: sql<string | null>`${name}`.as('name'),
});

/** These people's, put in order. */
function among(ctx: Signed, of: Source, query: Query, found: Found, wanted: SQL | undefined, limit: number) {
  const byName = 'named' in found && of.table === profiles;
  return ctx.db
    .select(placed(of))
    .from(byName ? profilesNamed(found.named) : of.table)
    .where(
      and(
        inScope(ctx.actor, of),
        inArray(of.state, statesOf(ctx, of, query)),
        wanted,
        byName ? undefined : theirs(of.candidate, found),
      ),
    )
    .orderBy(asc(of.submittedAt), asc(of.id))
    .limit(limit);
}

/**
 * The cases of a district, or of the province, in each state lie in order in an index of the queue: these are read side by
 * side, and only as far as the page goes, so that a page costs the same however many cases there are.
 */
export function merged(ctx: Signed, of: Source, query: Query, wanted: SQL | undefined, limit: number) {
  const [first, second, ...others] = statesOf(ctx, of, query).map((state) =>
    ctx.db
      .select(placed(of))
      .from(of.table)
      .where(and(inScope(ctx.actor, of), eq(of.state, state), wanted))
      .orderBy(asc(of.submittedAt), asc(of.id))
      .limit(limit),
  );
  if (!first || !second) return first;
  return unionAll(first, second, ...others)
    .orderBy(sql`at`, sql`id`)
    .limit(limit);
}

function statesOf({ actor }: Signed, of: Source, { state }: Query): string[] {
  if (state === 'all') return Object.keys(of.lifecycle.states).filter((one) => one !== 'draft');
  return { pending: of.waits(actor.role), approved: DONE, rejected: ['rejected'] }[state].filter((one) =>
    Object.hasOwn(of.lifecycle.states, one),
  );
}

/** What waits to take effect is not waiting for anybody. */
function filters(ctx: Signed, of: Source, { state, turn, checks, district }: Query): SQL | undefined {
  return and(
    district === undefined ? undefined : eq(of.district, district),
    state === 'pending' ? isNotHeld(ctx, of.queue, of.id) : undefined,
    turn === 'first' ? eq(of.no, 1) : turn === 'again' ? gt(of.no, 1) : undefined,
    checks && of.queue === 'profiles' ? judged(of, checks) : undefined,
  );
}

/**
 * Files whose every measure passed, or the others. A value of its own for each row: as `exists` it would be worked out for
 * all submissions first.
 */
function judged(of: Source, checks: NonNullable<Query['checks']>): SQL {
  const clean = sql`(select ${profileSubmissions.photoState} = 'passed'
      and not ${profileSubmissions.judgement} @? '$.measures[*] ? (@.verdict != "pass")'
    from ${profileSubmissions}
    where ${profileSubmissions.profile} = ${of.id} and ${profileSubmissions.no} = ${of.no})`;
  return checks === 'clean' ? sql`${clean} is true` : sql`${clean} is not true`;
}
