import { and, count, desc, eq } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { listMessages } from '@zikao/contract/messages';
import type { Signed } from '#platform/context';
import { afterCursor, writeCursor } from '#platform/cursor';
import { messages } from './tables.ts';

type Input = Parsed<typeof listMessages>;

/** One's own messages, newest first. */
export async function list(ctx: Signed, { query }: Input): Promise<Given<typeof listMessages>> {
  const own = eq(messages.account, ctx.actor.id);
  const rows = await ctx.db
    .select()
    .from(messages)
    .where(and(own, afterCursor(query.cursor, messages, 'newest')))
    .orderBy(desc(messages.at), desc(messages.id))
    .limit(query.limit + 1);
  const [unread] = await ctx.db
    .select({ count: count() })
    .from(messages)
    .where(and(own, eq(messages.read, false)));
  const shown = rows.slice(0, query.limit);
  return {
    items: shown.map(({ id, at, title, body, read, link, sms, smsAt }) => ({
      id,
      at: at.toISOString(),
      title,
      body,
      read,
      ...(link && { link }),
      ...(sms && { sms: smsAt ? ('sent' as const) : ('waiting' as const) }),
    })),
    unread: unread!.count,
    ...(rows.length > query.limit && { next: writeCursor(shown.at(-1)!) }),
  };
}
