import { emit } from '#platform/act';
import type { Listener } from '#platform/outbox';
import { sendSms } from './send-sms.ts';
import { messages } from './tables.ts';
import { noteOf } from './templates.ts';

/**
 * Writes the message an event is worth, once however often the event comes. The SMS gets an outbox row of its own,
 * so that its channel may fail and be tried again while the message is there.
 */
export const listen: Listener = async (services, event) => {
  if (event.name === 'sms.due') return sendSms(services, event.payload);
  const note = noteOf(event);
  if (!note) return;
  const { account, title, body, link, sms } = note;
  const written = await services.db
    .insert(messages)
    .values({ account, source: event.source, title, body, link, at: event.at })
    .onConflictDoNothing()
    .returning({ id: messages.id });
  if (written.length && sms) await emit(services, 'sms.due', { candidate: account, text: sms });
};
