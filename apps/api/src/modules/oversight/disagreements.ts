import { and, asc, eq, isNotNull, ne } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Given } from '@zikao/contract/endpoint';
import type { getSpotCheck } from '@zikao/contract/spot-checks';
import { BY, reasonsGiven } from '#modules/review';
import type { Signed } from '#platform/context';
import { accounts } from '#tables/identity';
import { decisions } from '#tables/review';
import { spotCheckTasks } from './tables.ts';

const officers = alias(accounts, 'officer');
const reviewers = alias(accounts, 'reviewer');

/** What two people decided differently, both decisions with their reasons. */
export async function disagreementsOf(
  ctx: Signed,
  spotCheck: string,
  officeNames: ReadonlyMap<string, string>,
): Promise<Given<typeof getSpotCheck>['disagreements']> {
  const rows = await ctx.db
    .select({
      task: spotCheckTasks,
      decision: decisions,
      office: BY.office,
      officer: officers.name,
      reviewer: reviewers.name,
    })
    .from(spotCheckTasks)
    .innerJoin(decisions, eq(decisions.id, spotCheckTasks.decision))
    .innerJoin(officers, eq(officers.id, decisions.officer))
    .innerJoin(reviewers, eq(reviewers.id, spotCheckTasks.reviewer))
    .where(
      and(
        eq(spotCheckTasks.spotCheck, spotCheck),
        isNotNull(spotCheckTasks.verdict),
        ne(spotCheckTasks.verdict, decisions.decision),
      ),
    )
    .orderBy(asc(spotCheckTasks.position));
  const given = await reasonsGiven(
    ctx,
    rows.map(({ decision }) => decision),
  );
  return rows.map(({ task, decision, office, officer, reviewer }) => ({
    task: task.id,
    queue: decision.queue,
    subject: decision.subject,
    no: decision.no,
    office: officeNames.get(office) ?? office,
    first: {
      decision: decision.decision,
      reasons: given.get(decision.id) ?? [],
      by: officer,
      at: decision.at.toISOString(),
    },
    second: {
      decision: task.verdict!,
      reasons: task.reasons,
      ...(task.remark !== null && { remark: task.remark }),
      by: reviewer,
      at: task.lookedAt!.toISOString(),
    },
  }));
}
