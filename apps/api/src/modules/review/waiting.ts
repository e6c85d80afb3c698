import { and, count, eq, inArray, min, sql } from 'drizzle-orm';
import type { Queue } from '@zikao/contract/review';
import type { Signed } from '#platform/context';
import { districts } from '#tables/exams';
import { isNotHeld } from './held.ts';
import { sourceOf } from './queues.ts';
import { inWaitingScope } from './scope.ts';

/** How many wait, and since when the first of them. */
export interface Waiting {
  pending: number;
  oldest?: Date;
}
export const NOBODY_WAITS: Waiting = { pending: 0 };

/** What waits in a queue for the district, or for the province's own decision, by the case's district. */
export async function waitingByDistrict(
  ctx: Signed,
  queue: Queue,
  forWhom: 'district' | 'province',
): Promise<Map<string, Waiting>> {
  const of = sourceOf(ctx, queue);
  const states = of.decides(forWhom);
  if (states.length === 0) return new Map();
  // Each district's part of the queue's index is read by itself, and nothing else of it.
  const each = ctx.db
    .select({ pending: count().as('pending'), oldest: min(of.submittedAt).as('oldest') })
    .from(of.table)
    .where(
      and(
        inWaitingScope(ctx.actor, of),
        eq(of.district, districts.code),
        inArray(of.state, states),
        isNotHeld(ctx, queue, of.id),
      ),
    )
    .as('waits');
  const rows = await ctx.db
    .select({ district: districts.code, pending: each.pending, oldest: each.oldest })
    .from(districts)
    .innerJoinLateral(each, sql`true`);
  return new Map(
    rows.map(({ district, pending, oldest }) => [
      district,
      { pending, ...(oldest !== null && { oldest: new Date(oldest as Date) }) },
    ]),
  );
}

/** Together: all of them, the first of all. */
export function together(parts: readonly Waiting[]): Waiting {
  const oldest = parts
    .flatMap((part) => part.oldest ?? [])
    .toSorted((a, b) => a.getTime() - b.getTime())
    .at(0);
  return { pending: parts.reduce((sum, { pending }) => sum + pending, 0), ...(oldest && { oldest }) };
}
