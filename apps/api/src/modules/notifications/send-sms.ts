import type { EventPayload } from '@zikao/contract/events';
import type { Services } from '#platform/context';
import { phoneOf } from '#modules/identity';

/**
 * Hands the text to the SMS channel. When the channel refuses, the outbox tries again; a process that dies between
 * sending and noting it sends twice.
 */
export async function sendSms(services: Services, due: EventPayload<'sms.due'>): Promise<void> {
  const phone = await phoneOf(services, due.candidate);
  if (phone) await services.sms.send({ phone, purpose: 'notification', text: due.text });
}
