import { and, eq, exists, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import { SPOT_CHECK_CLAIMS } from '@zikao/contract/spot-checks';
import { inScope, queuesOf, sourceOf } from '#modules/review';
import type { Signed } from '#platform/context';
import { claims, decisions } from '#tables/review';
import { spotChecks, spotCheckTasks } from './tables.ts';

/**
 * Tasks an officer may ever be given: never their own decision; a district what was given to districts, was decided in
 * their own, and is still theirs to see.
 */
export function mayLookAt(ctx: Signed): SQL {
  const { id, role, district } = ctx.actor;
  const offices =
    role === 'province'
      ? undefined
      : and(
          eq(spotChecks.reviewers, 'district'),
          eq(decisions.stage, 'district'),
          eq(decisions.district, district ?? ''),
        );
  return and(ne(decisions.officer, id), offices, stillTheirs(ctx))!;
}

/** By the scope of the workspace: somebody who has moved to another district is met there only. */
function stillTheirs(ctx: Signed): SQL {
  return or(
    ...queuesOf(ctx).map((queue) => {
      const of = sourceOf(ctx, queue);
      const seen = ctx.db
        .select({ one: sql`1` })
        .from(of.table)
        .where(and(eq(of.id, decisions.subject), inScope(ctx.actor, of)));
      return and(eq(decisions.queue, queue), exists(seen));
    }),
  )!;
}

/** Not looked at yet, of a sample that is still open. */
export const waits = and(isNull(spotCheckTasks.verdict), eq(spotChecks.state, 'open'))!;

/** Kept for somebody just now. */
export const kept = and(
  eq(claims.queue, SPOT_CHECK_CLAIMS),
  eq(claims.subject, spotCheckTasks.id),
  sql`${claims.until} > (select app_now())`,
)!;

/** Tasks with what they are about and who holds them. */
export const selectTasks = ({ db }: Signed) =>
  db
    .select({
      id: spotCheckTasks.id,
      queue: decisions.queue,
      subject: decisions.subject,
      no: decisions.no,
      decidedAt: decisions.at,
      district: decisions.district,
      state: spotChecks.state,
      verdict: spotCheckTasks.verdict,
      holder: claims.officer,
      until: claims.until,
    })
    .from(spotCheckTasks)
    .innerJoin(spotChecks, eq(spotChecks.id, spotCheckTasks.spotCheck))
    .innerJoin(decisions, eq(decisions.id, spotCheckTasks.decision))
    .leftJoin(claims, kept);
