import { and, desc, eq } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { listSeatingRuns as contract } from '@zikao/contract/seating-runs';
import { sessionNames } from '#modules/exams';
import type { Signed } from '#platform/context';
import { afterCursor, writeCursor } from '#platform/cursor';
import { runScope } from './scope.ts';
import { seatingRuns } from './tables.ts';
import { headOf } from './view-run.ts';

/** Runs of one session or of all, the newest first. */
export async function listRuns(
  ctx: Signed,
  { query: { session, cursor, limit } }: Parsed<typeof contract>,
): Promise<Given<typeof contract>> {
  const rows = await ctx.db
    .select()
    .from(seatingRuns)
    .where(
      and(
        runScope(ctx.actor),
        session ? eq(seatingRuns.session, session) : undefined,
        afterCursor(cursor, seatingRuns, 'newest'),
      ),
    )
    .orderBy(desc(seatingRuns.at), desc(seatingRuns.id))
    .limit(limit + 1);
  const names = await sessionNames(ctx);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map((run) => headOf(run, names)),
    ...(last && { next: writeCursor(last) }),
  };
}
