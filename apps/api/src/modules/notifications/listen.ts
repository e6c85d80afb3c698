import { livingAccounts } from '#modules/identity';
import { emitAll } from '#platform/act';
import type { Listener } from '#platform/outbox';
import { sendSms } from './send-sms.ts';
import { messages } from './tables.ts';
import { noteOf } from './templates.ts';

/**
 * Writes the message an event is worth, once however often the event comes. The SMS gets an outbox row of its own,
 * so that its channel may fail and be tried again while the message is there.
 */
export const listen: Listener = async (services, event) => {
  if (event.name === 'sms.due' || event.name === 'sms.mass') return sendSms(services, event.payload);
  const note = noteOf(event);
  if (!note) return;
  const { title, body, link, sms } = note;
  const accounts = await livingAccounts(services, [note.account].flat());
  const written = await services.db
    .insert(messages)
    .values(accounts.map((account) => ({ account, source: event.source, title, body, link, at: event.at })))
    .onConflictDoNothing()
    .returning({ candidate: messages.account });
  if (!sms) return;
  const lane = typeof note.account === 'string' ? 'sms.due' : 'sms.mass';
  await emitAll(
    services,
    lane,
    written.map(({ candidate }) => ({ candidate, text: sms })),
  );
};
