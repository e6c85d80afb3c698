import { asc, eq } from 'drizzle-orm';
import type { Signed } from '#platform/context';
import { messages } from './tables.ts';

/** For 下载我的数据. */
export async function ownData(ctx: Signed) {
  const rows = await ctx.db
    .select({ at: messages.at, title: messages.title, body: messages.body, read: messages.read })
    .from(messages)
    .where(eq(messages.account, ctx.actor.id))
    .orderBy(asc(messages.at), asc(messages.id));
  return { messages: rows };
}
