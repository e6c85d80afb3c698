import { and, type SQL } from 'drizzle-orm';
import type { Parsed } from '@zikao/contract/endpoint';
import type { getBoard } from '@zikao/contract/oversight';
import type { Queue } from '@zikao/contract/review';
import { inQueue, queuesOf, sourceOf, within } from '#modules/review';
import { today } from '#platform/clock';
import type { Signed } from '#platform/context';

/** What a board is asked about; by default today, and every queue. */
export interface Asked {
  from: string;
  to: string;
  queues: Queue[];
  /** Decisions of these queues, whenever. */
  ofQueues: SQL | undefined;
  /** The same, of the period. */
  ofPeriod: SQL | undefined;
}

/** A queue that is none: `notFound`. */
export async function readAsked(ctx: Signed, query: Parsed<typeof getBoard>['query']): Promise<Asked> {
  const day = await today(ctx.db);
  const { from = query.to ?? day, to = day, queue } = query;
  const queues = queue === undefined ? queuesOf(ctx) : [sourceOf(ctx, queue).queue];
  const ofQueues = queue === undefined ? undefined : inQueue(queue);
  return { from, to, queues, ofQueues, ofPeriod: and(ofQueues, within(from, to)) };
}
