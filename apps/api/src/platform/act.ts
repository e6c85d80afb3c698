import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { EVENTS, type EventName, type EventPayload } from '@zikao/contract/events';
import type { Lifecycle } from '@zikao/contract/lifecycle';
import type { Ctx } from '#platform/context';
import { Problem } from '#platform/problem';
import { events, outbox, type EventNote } from '#platform/tables';

interface Subject<State extends string, Action extends string> {
  lifecycle: Lifecycle<State, Action>;
  table: PgTable & { id: PgColumn };
  /** The column that holds the state, by its key in the table. */
  column: string;
}

export function subject<State extends string, Action extends string>(
  definition: Subject<State, Action>,
): Subject<State, Action> {
  return definition;
}

/**
 * Moves a subject along its lifecycle, inside the caller's transaction: the row (only from a state the action
 * starts in), the event row and nothing else. No row: `conflict`. `guard`: further conditions, e.g. row scope.
 */
export async function act<State extends string, Action extends string>(
  ctx: Ctx,
  of: Subject<State, Action>,
  action: Action,
  id: string,
  more: { set?: Record<string, unknown>; note?: EventNote; guard?: SQL; as?: 'system' } = {},
): Promise<void> {
  const { from, to, by } = of.lifecycle.actions[action];
  const role = more.as ?? ctx.actor?.role ?? 'system';
  if (!by.includes(role)) throw new Problem('forbidden');
  const state = (of.table as unknown as Record<string, PgColumn>)[of.column]!;
  // The state before is needed for the event: lock first, then move.
  const locked = await ctx.db
    .select({ state })
    .from(of.table)
    .where(and(eq(of.table.id, id), inArray(state, [...from]), more.guard))
    .for('update');
  const before = locked[0]?.state as State | undefined;
  if (before === undefined) throw new Problem('conflict');
  await ctx.db
    .update(of.table)
    .set({ ...more.set, [of.column]: to })
    .where(eq(of.table.id, id));
  await ctx.db.insert(events).values({
    subject: of.lifecycle.subject,
    subjectId: id,
    action,
    from: before,
    to,
    by: ctx.actor?.id ?? null,
    role,
    note: more.note ?? null,
  });
}

/** Tells the listeners, from within the transaction that made it true; `after` so many seconds. */
export async function emit<N extends EventName>(
  ctx: Pick<Ctx, 'db'>,
  event: N,
  payload: EventPayload<N>,
  after = 0,
): Promise<void> {
  await ctx.db.insert(outbox).values({
    event,
    payload: EVENTS[event].parse(payload),
    ...(after && { nextAt: sql`app_now() + make_interval(secs => ${after})` }),
  });
}

/** The same for many at once. */
export async function emitAll<N extends EventName>(
  ctx: Pick<Ctx, 'db'>,
  event: N,
  payloads: readonly EventPayload<N>[],
): Promise<void> {
  if (payloads.length === 0) return;
  await ctx.db
    .insert(outbox)
    .values(payloads.map((payload) => ({ event, payload: EVENTS[event].parse(payload) })));
}

/** SQL, part of a larger statement: emits each payload that the query `payloads` (one jsonb column) gives. */
export const emitFrom = (event: EventName, payloads: SQL): SQL =>
  sql`insert into ${outbox} (event, payload) select ${event}::text, payload from (${payloads}) each(payload)`;
