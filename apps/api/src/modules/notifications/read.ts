import { and, eq } from 'drizzle-orm';
import type { Signed } from '#platform/context';
import { messages } from './tables.ts';

/** Marks all of one's own messages as read. */
export async function read(ctx: Signed): Promise<void> {
  await ctx.db
    .update(messages)
    .set({ read: true })
    .where(and(eq(messages.account, ctx.actor.id), eq(messages.read, false)));
}
