import { and, asc, eq, gt, inArray, sql, type SQL } from 'drizzle-orm';
import type { Parsed } from '@zikao/contract/endpoint';
import type { listCases, Queue } from '@zikao/contract/review';
import type { Signed } from '#platform/context';
import { afterCursor } from '#platform/cursor';
import { profileSubmissions } from '#tables/candidates';
import { districts } from '#tables/exams';
import { isNotHeld } from './held.ts';
import { type Source, sourceOf } from './queues.ts';
import { findPeople, theirs } from './search.ts';
import { inScope } from './scope.ts';

type Query = Parsed<typeof listCases>['query'];

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
    found && theirs(of.candidate, found),
    afterCursor(query.cursor, { at: of.submittedAt, id: of.id }, 'oldest'),
  );
  const limit = query.limit + 1;
  const rows =
    found && 'people' in found
      ? await among(ctx, of, query, wanted, limit)
      : await merged(ctx, of, query, wanted, limit);
  return { ids: rows.slice(0, query.limit).map(({ id }) => id), more: rows.length > query.limit };
}

const placed = ({ id, submittedAt }: Source) => ({
  id: sql<string>`${id}`.as('id'),
  at: sql<Date>`${submittedAt}`.as('at'),
});

/** Few people: theirs are looked up, then put in order. */
function among(ctx: Signed, of: Source, query: Query, wanted: SQL | undefined, limit: number) {
  return ctx.db
    .select(placed(of))
    .from(of.table)
    .where(and(inScope(ctx.actor, of), inArray(of.state, statesOf(ctx, of, query)), wanted))
    .orderBy(asc(of.submittedAt), asc(of.id))
    .limit(limit);
}

/**
 * Each district's cases in each state lie in order in the queue's index: the first of each are read there and merged, so
 * that a page costs the same however many cases there are.
 */
export function merged(ctx: Signed, of: Source, query: Query, wanted: SQL | undefined, limit: number) {
  const { actor, db } = ctx;
  const own = actor.role === 'district' ? actor.district : query.district;
  const codes =
    own === undefined ? sql`array(select ${districts.code} from ${districts})` : sql`array[${own}]`;
  const states = sql.param(statesOf(ctx, of, query));
  const lanes = db
    .select({
      district: sql<string>`lane_district`.as('lane_district'),
      state: sql<string>`lane_state`.as('lane_state'),
    })
    .from(sql`unnest(${codes}::text[]) as lane_district cross join unnest(${states}::text[]) as lane_state`)
    .as('lanes');
  const firsts = db
    .select(placed(of))
    .from(of.table)
    .where(and(inScope(actor, of), eq(of.district, lanes.district), eq(of.state, lanes.state), wanted))
    .orderBy(asc(of.submittedAt), asc(of.id))
    .limit(limit)
    .as('firsts');
  return db
    .select({ id: firsts.id, at: firsts.at })
    .from(lanes)
    .innerJoinLateral(firsts, sql`true`)
    .orderBy(asc(firsts.at), asc(firsts.id))
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

/** Files whose every measure passed, or the others. */
function judged(of: Source, checks: NonNullable<Query['checks']>): SQL {
  const clean = sql`exists (select from ${profileSubmissions}
    where ${profileSubmissions.profile} = ${of.id} and ${profileSubmissions.no} = ${of.no}
      and ${profileSubmissions.photoState} = 'passed'
      and not ${profileSubmissions.judgement} @? '$.measures[*] ? (@.verdict != "pass")')`;
  return checks === 'clean' ? clean : sql`not ${clean}`;
}
