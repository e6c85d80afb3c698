import type { Reviewers } from '@zikao/contract/spot-checks';
import { spotChecks, spotCheckTasks } from '#tables/oversight';
import type { TestApp } from '#test/app';

/** A sample of these decisions, drawn by somebody of the province. Gives the ids of its tasks, in their order. */
export async function aSpotCheck(
  { services: { db } }: TestApp,
  by: string,
  decisions: readonly string[],
  { reviewers = 'district' as Reviewers } = {},
): Promise<{ id: string; tasks: string[] }> {
  const days = { from: '2027-01-01', to: '2027-12-31' };
  const size = decisions.length;
  const [row] = await db
    .insert(spotChecks)
    .values({ ...days, reviewers, seed: 'T', population: size, size, by })
    .returning({ id: spotChecks.id });
  const { id } = row!;
  const rows = await db
    .insert(spotCheckTasks)
    .values(decisions.map((decision, position) => ({ spotCheck: id, position, decision })))
    .returning({ id: spotCheckTasks.id });
  return { id, tasks: rows.map((task) => task.id) };
}
