import { and, desc, eq, inArray } from 'drizzle-orm';
import type { listDeskRequests } from '@zikao/contract/desk/endpoints';
import { OPEN_DESK_STATES } from '@zikao/contract/desk/lifecycle';
import type { DeskRequest } from '@zikao/contract/desk/shapes';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { Signed } from '#platform/context';
import { afterCursor, writeCursor } from '#platform/cursor';
import { requestScope } from './scope.ts';
import { deskRequests } from './tables.ts';
import { view } from './view.ts';

/** The requests within the officer's scope, newest first; `open` are those that still wait for something. */
export async function list(
  ctx: Signed,
  { query: { open, cursor, limit } }: Parsed<typeof listDeskRequests>,
): Promise<Given<typeof listDeskRequests>> {
  const rows = await ctx.db
    .select()
    .from(deskRequests)
    .where(
      and(
        requestScope(ctx.actor),
        open ? inArray(deskRequests.state, [...OPEN_DESK_STATES]) : undefined,
        afterCursor(cursor, deskRequests, 'newest'),
      ),
    )
    .orderBy(desc(deskRequests.at), desc(deskRequests.id))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  return {
    items: await Promise.all(shown.map((row) => view(ctx, row))),
    ...(rows.length > limit && { next: writeCursor(shown.at(-1)!) }),
  };
}

/** What the officer's own desk asked for about a person. */
export async function requestsAbout(ctx: Signed, target: string): Promise<DeskRequest[]> {
  const rows = await ctx.db
    .select()
    .from(deskRequests)
    .where(and(eq(deskRequests.target, target), requestScope(ctx.actor)))
    .orderBy(desc(deskRequests.at))
    .limit(20);
  return Promise.all(rows.map((row) => view(ctx, row)));
}
