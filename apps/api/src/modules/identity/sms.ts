import type { Config } from '#config';
import type { Db } from '#platform/database';
import type { Sms } from '#platform/sms';
import { openOutbox } from './sms-outbox.ts';
import { openGateway } from './sms-http.ts';

export function openSms(config: Config, db: Db): Sms {
  if (config.SMS === 'outbox') return openOutbox(config, db);
  // readConfig has refused SMS=http without these two.
  return openGateway({ url: config.SMS_URL!, secret: config.SMS_SECRET!, db });
}
