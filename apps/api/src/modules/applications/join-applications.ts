import { and, asc, eq, inArray, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { type ApplicationState, OPEN_STATES } from '@zikao/contract/applications/lifecycle';
import { act } from '#platform/act';
import type { Ctx } from '#platform/context';
import type { ApplicationRow } from './find.ts';
import { applicationSubject } from './subject.ts';
import { applicationHolds, applications } from './tables.ts';

type Hold = typeof applicationHolds.$inferSelect;

/** An application as a 合档 left it: whose it was, what was set aside, and by which signs later work on it is seen. */
export interface JoinedApplication {
  id: string;
  candidate: string;
  /** Its state before and what it held, if another one goes on. */
  aside?: { before: ApplicationState; holds: Hold[] };
  left: { state: ApplicationState; version: number; submission: number };
}

const RESUME = {
  draft: 'resumeDraft',
  pending: 'resumePending',
  province: 'resumeProvince',
  rejected: 'resumeRejected',
} as const;

const isOpen = (state: ApplicationState): state is keyof typeof RESUME => OPEN_STATES.includes(state);

export interface HeldApplication {
  row: ApplicationRow;
  holds: Hold[];
}

/** Applications of several accounts with what they hold, locked until the transaction ends. */
export async function lockApplications(
  ctx: Pick<Ctx, 'db'>,
  candidates: readonly string[],
): Promise<HeldApplication[]> {
  const rows = await ctx.db
    .select()
    .from(applications)
    .where(inArray(applications.candidate, [...candidates]))
    .orderBy(asc(applications.id))
    .for('update');
  const holds = await ctx.db
    .select()
    .from(applicationHolds)
    .where(inArray(applicationHolds.candidate, [...candidates]));
  return rows.map((row) => ({ row, holds: holds.filter(({ application }) => application === row.id) }));
}

/** Open ones of two accounts that hold the same, of which a person can have only one. */
export function rivals(
  own: readonly HeldApplication[],
  other: readonly HeldApplication[],
): [HeldApplication, HeldApplication][] {
  return own.flatMap((one) =>
    other
      .filter((two) => isOpen(one.row.state) && isOpen(two.row.state) && sharesHold(one, two))
      .map((two): [HeldApplication, HeldApplication] => [one, two]),
  );
}

const sharesHold = (one: HeldApplication, two: HeldApplication) =>
  one.holds.some(({ kind, key }) => two.holds.some((hold) => hold.kind === kind && hold.key === key));

/** 合档, inside the caller's transaction: all become `candidate`'s, those named are set aside. */
export async function joinApplications(
  ctx: Ctx,
  candidate: string,
  held: readonly HeldApplication[],
  aside: ReadonlySet<string>,
): Promise<JoinedApplication[]> {
  for (const id of aside) {
    await act(ctx, applicationSubject, 'setAside', id, { as: 'system' });
    await ctx.db.delete(applicationHolds).where(eq(applicationHolds.application, id));
  }
  const touched = held.filter(({ row }) => row.candidate !== candidate || aside.has(row.id));
  const ids = touched.map(({ row }) => row.id);
  if (ids.length > 0) await give(ctx, ids, candidate);
  return touched.map(({ row: { id, candidate: whose, state, version, submission }, holds }) => ({
    id,
    candidate: whose,
    ...(aside.has(id) && { aside: { before: state, holds } }),
    left: { state: aside.has(id) ? 'withdrawn' : state, version, submission },
  }));
}

/** What both hold for good (a course both had rechecked) stays where it is: it still holds. */
async function give(ctx: Pick<Ctx, 'db'>, ids: readonly string[], candidate: string): Promise<void> {
  await ctx.db
    .update(applications)
    .set({ candidate })
    .where(inArray(applications.id, [...ids]));
  const taken = alias(applicationHolds, 'taken');
  const same = ctx.db
    .select({ one: sql`1` })
    .from(taken)
    .where(
      and(
        eq(taken.candidate, candidate),
        eq(taken.kind, applicationHolds.kind),
        eq(taken.key, applicationHolds.key),
      ),
    );
  await ctx.db
    .update(applicationHolds)
    .set({ candidate })
    .where(and(inArray(applicationHolds.application, [...ids]), notExists(same)));
}

/** Takes back what `joinApplications` did; false: something was done with one of them since, and nothing is changed. */
export async function partApplications(ctx: Ctx, joined: readonly JoinedApplication[]): Promise<boolean> {
  if (joined.length === 0) return true;
  const rows = await ctx.db
    .select()
    .from(applications)
    .where(
      inArray(
        applications.id,
        joined.map(({ id }) => id),
      ),
    )
    .orderBy(asc(applications.id))
    .for('update');
  const now = new Map(rows.map((row) => [row.id, row]));
  const same = joined.every(({ id, left }) => {
    const row = now.get(id);
    return row?.state === left.state && row.version === left.version && row.submission === left.submission;
  });
  if (!same) return false;
  for (const { id, candidate } of joined) await give(ctx, [id], candidate);
  for (const { id, aside } of joined) {
    if (!aside || !isOpen(aside.before)) continue;
    await act(ctx, applicationSubject, RESUME[aside.before], id, { as: 'system' });
    if (aside.holds.length > 0) await ctx.db.insert(applicationHolds).values(aside.holds);
  }
  return true;
}
