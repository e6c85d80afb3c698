import { and, eq, inArray, sql } from 'drizzle-orm';
import { OPEN_STATES } from '@zikao/contract/applications/lifecycle';
import { act } from '#platform/act';
import type { Ctx } from '#platform/context';
import { release } from './holds.ts';
import { applicationSubject } from './subject.ts';
import { applications } from './tables.ts';

/** Withdraws whatever a closed account still asks for. Inside a transaction. */
export async function retractApplications(ctx: Ctx, candidate: string): Promise<void> {
  const open = await ctx.db
    .select({ id: applications.id })
    .from(applications)
    .where(and(eq(applications.candidate, candidate), inArray(applications.state, [...OPEN_STATES])))
    .for('update');
  for (const { id } of open) {
    await act(ctx, applicationSubject, 'withdraw', id, {
      as: 'system',
      set: { version: sql`${applications.version} + 1`, reservedFor: null, reservedUntil: null },
    });
    await release(ctx, id);
  }
}
