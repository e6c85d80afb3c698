import { asc, eq, inArray } from 'drizzle-orm';
import type { EnrolmentState } from '@zikao/contract/enrolments';
import { act } from '#platform/act';
import type { Ctx } from '#platform/context';
import { enrolmentSubject } from './subject.ts';
import { enrolments } from './tables.ts';

type Row = typeof enrolments.$inferSelect;

/** An enrolment as a 合档 left it: whose it was, what was set aside, and by which signs later work on it is seen. */
export interface JoinedEnrolment {
  id: string;
  candidate: string;
  /** Its state before, if another one of the session goes on. */
  before?: EnrolmentState;
  left: { state: EnrolmentState; version: number; submission: number };
}

const RESUME = {
  draft: 'resumeDraft',
  pending: 'resumePending',
  approved: 'resumeApproved',
  rejected: 'resumeRejected',
} as const;

/** Enrolments of several accounts, held until the transaction ends. */
export function lockEnrolments(ctx: Pick<Ctx, 'db'>, candidates: readonly string[]): Promise<Row[]> {
  return ctx.db
    .select()
    .from(enrolments)
    .where(inArray(enrolments.candidate, [...candidates]))
    .orderBy(asc(enrolments.id))
    .for('update');
}

/** 合档, inside the caller's transaction: all become `candidate`'s, those named are set aside. */
export async function joinEnrolments(
  ctx: Ctx,
  candidate: string,
  rows: readonly Row[],
  aside: ReadonlySet<string>,
): Promise<JoinedEnrolment[]> {
  for (const id of aside) await act(ctx, enrolmentSubject, 'setAside', id, { as: 'system' });
  const touched = rows.filter((row) => row.candidate !== candidate || aside.has(row.id));
  if (touched.length > 0)
    await ctx.db
      .update(enrolments)
      .set({ candidate })
      .where(
        inArray(
          enrolments.id,
          touched.map(({ id }) => id),
        ),
      );
  return touched.map(({ id, candidate: whose, state, version, submission }) => ({
    id,
    candidate: whose,
    ...(aside.has(id) && { before: state }),
    left: { state: aside.has(id) ? 'setAside' : state, version, submission },
  }));
}

/** Takes back what `joinEnrolments` did; false: something was done with one of them since, and nothing is changed. */
export async function partEnrolments(ctx: Ctx, joined: readonly JoinedEnrolment[]): Promise<boolean> {
  if (joined.length === 0) return true;
  const ids = joined.map(({ id }) => id);
  const rows = await ctx.db
    .select()
    .from(enrolments)
    .where(inArray(enrolments.id, ids))
    .orderBy(asc(enrolments.id))
    .for('update');
  const now = new Map(rows.map((row) => [row.id, row]));
  const same = joined.every(({ id, left }) => {
    const row = now.get(id);
    return row?.state === left.state && row.version === left.version && row.submission === left.submission;
  });
  if (!same) return false;
  for (const { id, candidate } of joined)
    await ctx.db.update(enrolments).set({ candidate }).where(eq(enrolments.id, id));
  for (const { id, before } of joined)
    if (before && before !== 'setAside')
      await act(ctx, enrolmentSubject, RESUME[before], id, { as: 'system' });
  return true;
}
