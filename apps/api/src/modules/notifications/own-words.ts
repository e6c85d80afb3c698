import { desc, eq } from 'drizzle-orm';
import { fillText } from '@zikao/contract/message-texts';
import type { Db } from '#platform/database';
import type { Event } from '#platform/outbox';
import { messageTexts } from './tables.ts';
import type { Note } from './templates.ts';

/** The note with the words of the province where it has chosen some; its address and its receivers stay. */
export async function inOwnWords(db: Db, event: Event, usual: Note): Promise<Note> {
  const [own] = await db
    .select()
    .from(messageTexts)
    .where(eq(messageTexts.event, event.name))
    .orderBy(desc(messageTexts.version))
    .limit(1);
  if (!own?.title || !own.body) return usual;
  const { sms: _, ...kept } = usual;
  const fill = (text: string) => fillText(text, event.payload);
  return {
    ...kept,
    title: fill(own.title),
    body: fill(own.body),
    ...(own.sms && { sms: fill(own.sms) }),
  };
}
