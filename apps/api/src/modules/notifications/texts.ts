import { desc, eq } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import { EVENTS, type EventName } from '@zikao/contract/events';
import {
  type listMessageTexts,
  type MessageText,
  type restoreMessageText,
  type saveMessageText,
  unknownPlaceholders,
} from '@zikao/contract/message-texts';
import { transaction, type Signed } from '#platform/context';
import type { Event } from '#platform/outbox';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { messageTexts } from './tables.ts';
import { noteOf } from './templates.ts';

type Own = typeof messageTexts.$inferSelect;

export async function listTexts({ db }: Signed): Promise<Given<typeof listMessageTexts>> {
  const rows = await db
    .selectDistinctOn([messageTexts.event])
    .from(messageTexts)
    .orderBy(messageTexts.event, desc(messageTexts.version));
  const own = new Map(rows.map((row) => [row.event, row]));
  return {
    items: (Object.keys(EVENTS) as EventName[]).flatMap((event) => textOf(event, own.get(event)) ?? []),
  };
}

export function saveText(
  ctx: Signed,
  { params, body }: Parsed<typeof saveMessageText>,
): Promise<Given<typeof saveMessageText>> {
  return change(ctx, params.event, ({ placeholders }) => {
    const errors = (['title', 'body', 'sms'] as const).flatMap((path) => {
      const [unknown] = unknownPlaceholders(body[path] ?? '', placeholders);
      return unknown ? [{ path, message: `这里没有 {${unknown}} 可以填入，请删去或改用列出的内容` }] : [];
    });
    if (errors.length) throw new Problem('request.invalid', { errors });
    return { title: body.title, body: body.body, sms: body.sms || null };
  });
}

export const restoreText = (
  ctx: Signed,
  { params }: Parsed<typeof restoreMessageText>,
): Promise<Given<typeof restoreMessageText>> =>
  change(ctx, params.event, () => ({ title: null, body: null, sms: null }));

/** Every change is a version of its own: what was sent can be traced to its words. */
function change(
  ctx: Signed,
  event: string,
  next: (current: MessageText) => Pick<Own, 'title' | 'body' | 'sms'>,
): Promise<MessageText> {
  return transaction(ctx, async (ctx) => {
    const [own] = await ctx.db
      .select()
      .from(messageTexts)
      .where(eq(messageTexts.event, event))
      .orderBy(desc(messageTexts.version))
      .limit(1);
    const current = event in EVENTS ? textOf(event as EventName, own) : undefined;
    if (!current) throw new Problem('notFound');
    if (current.version !== ctx.ifMatch) throw new Problem('request.stale');
    const version = current.version + 1;
    const [row] = await ctx.db
      .insert(messageTexts)
      .values({ event, version, ...next(current), by: ctx.actor.id })
      .onConflictDoNothing() // two at once: the slower one is told
      .returning();
    if (!row) throw new Problem('request.stale');
    await trace(ctx, { subject: `message-text:${event}`, why: row.title ?? '恢复原有文字' });
    return textOf(event as EventName, row)!;
  });
}

/** Undefined: no message goes out on this occasion. */
function textOf(event: EventName, own: Own | undefined): MessageText | undefined {
  const placeholders = placeholdersOf(event);
  const usual = noteOf({
    name: event,
    payload: { ...Object.fromEntries(placeholders.map((name) => [name, `{${name}}`])), candidates: [] },
  } as unknown as Event);
  if (!usual) return undefined;
  const { title, body, sms } = own?.title && own.body ? { ...own, title: own.title, body: own.body } : usual;
  return {
    event,
    title,
    body,
    ...(sms && { sms }),
    placeholders,
    usual: !own?.title,
    version: own?.version ?? 0,
  };
}

/** Names that are texts a person can read: neither ids nor addresses. */
const HIDDEN = [
  'candidate',
  'candidates',
  'account',
  'enrolment',
  'application',
  'link',
  'kind',
  'no',
  'session',
];
const placeholdersOf = (event: EventName): string[] =>
  Object.keys(EVENTS[event].shape).filter((name) => !HIDDEN.includes(name));
