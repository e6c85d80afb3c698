import { livingAccounts } from '#modules/identity';
import { emitAll } from '#platform/act';
import type { Listener } from '#platform/outbox';
import { sendSms } from './send-sms.ts';
import { inOwnWords } from './own-words.ts';
import { withoutSms } from './settings.ts';
import { messages } from './tables.ts';
import { noteOf } from './templates.ts';

/**
 * Writes the message an event is worth, once however often the event comes. The SMS gets an outbox row of its own,
 * so that its channel may fail and be tried again while the message is there.
 */
export const listen: Listener = async (services, event) => {
  if (event.name === 'sms.due' || event.name === 'sms.mass') return sendSms(services, event.payload);
  const usual = noteOf(event);
  if (!usual) return;
  const { account, title, body, link, sms } = await inOwnWords(services.db, event, usual);
  const accounts = await livingAccounts(services, [account].flat());
  const unwanted = sms ? await withoutSms(services.db, event.name, accounts) : new Set(accounts);
  const written = await services.db
    .insert(messages)
    .values(
      accounts.map((one) => ({
        account: one,
        source: event.source,
        title,
        body,
        link,
        sms: !unwanted.has(one),
        at: event.at,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: messages.id, account: messages.account, sms: messages.sms });
  if (!sms) return;
  await emitAll(
    services,
    typeof account === 'string' ? 'sms.due' : 'sms.mass',
    written.filter((row) => row.sms).map((row) => ({ candidate: row.account, message: row.id, text: sms })),
  );
};
