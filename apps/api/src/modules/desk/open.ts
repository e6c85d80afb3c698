import { and, eq, inArray } from 'drizzle-orm';
import { OPEN_DESK_STATES } from '@zikao/contract/desk/lifecycle';
import type { Ctx } from '#platform/context';
import { Problem } from '#platform/problem';
import { deskRequests } from './tables.ts';

/** Said before a code is used up; the constraint has the last word. */
export async function requireNoOpen(ctx: Pick<Ctx, 'db'>, target: string): Promise<void> {
  const open = and(eq(deskRequests.target, target), inArray(deskRequests.state, [...OPEN_DESK_STATES]));
  if (await ctx.db.$count(deskRequests, open)) throw new Problem('desk.open');
}
