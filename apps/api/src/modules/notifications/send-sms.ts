import { eq } from 'drizzle-orm';
import type { EventPayload } from '@zikao/contract/events';
import { appNow } from '#platform/clock';
import type { Services } from '#platform/context';
import type { Db } from '#platform/database';
import { phoneOf } from '#modules/identity';
import { messages } from './tables.ts';

/**
 * Hands the text to the SMS channel. When the channel refuses, the outbox tries again; a process that dies between
 * sending and noting it sends twice.
 */
export async function sendSms(services: Services & { db: Db }, due: EventPayload<'sms.due'>): Promise<void> {
  const phone = await phoneOf(services, due.candidate);
  if (!phone) return;
  await services.sms.send({ phone, purpose: 'notification', text: due.text });
  if (due.message)
    await services.db.update(messages).set({ smsAt: appNow }).where(eq(messages.id, due.message));
}
