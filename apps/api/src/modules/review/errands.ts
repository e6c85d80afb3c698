import { and, eq, inArray } from 'drizzle-orm';
import type { DeskErrand } from '@zikao/contract/desk/shapes';
import { QUEUES } from '@zikao/contract/review';
import type { z } from 'zod';
import type { Signed } from '#platform/context';
import { caseActions } from '#modules/applications';
import { applications } from '#tables/applications';
import { profiles } from '#tables/candidates';
import { enrolments } from '#tables/enrolments';
import { type Source, sourceOf } from './queues.ts';
import { inScope } from './scope.ts';

type Errand = z.output<typeof DeskErrand>;

/** What a person in front of the desk still has to do there: cases that wait, visits to record, letters to hand over. */
export async function errandsOf(ctx: Signed, candidate: string): Promise<Errand[]> {
  const files = await waiting(ctx, sourceOf(ctx, 'profiles'), eq(profiles.id, candidate));
  const exams = await waiting(ctx, sourceOf(ctx, 'enrolments'), eq(enrolments.candidate, candidate));
  return [...files, ...exams, ...(await applicationErrands(ctx, candidate))];
}

async function waiting(ctx: Signed, of: Source, theirs: ReturnType<typeof eq>): Promise<Errand[]> {
  const rows = await ctx.db
    .select({ id: of.id })
    .from(of.table)
    .where(and(theirs, inScope(ctx.actor, of), inArray(of.state, of.decides(ctx.actor.role))));
  return rows.map(({ id }) => ({
    id: String(id),
    queue: of.queue,
    title: QUEUES[of.queue]!,
    what: 'review' as const,
  }));
}

async function applicationErrands(ctx: Signed, candidate: string): Promise<Errand[]> {
  const rows = await ctx.db
    .select()
    .from(applications)
    .where(
      and(
        eq(applications.candidate, candidate),
        eq(applications.district, ctx.actor.district!),
        inArray(applications.state, ['pending', 'approved']),
      ),
    );
  return rows.flatMap(({ id, kind, state, visitedAt }) => {
    const actions = caseActions(ctx, kind, state);
    const what = dueOf(actions, visitedAt !== null);
    return what ? [{ id, queue: kind, title: ctx.kinds[kind]?.title ?? kind, what }] : [];
  });
}

function dueOf(actions: readonly string[], visited: boolean): Errand['what'] | undefined {
  if (actions.includes('visit') && !visited) return 'visit';
  if (actions.includes('handOver')) return 'handOver';
  return actions.includes('approve') ? 'review' : undefined;
}
