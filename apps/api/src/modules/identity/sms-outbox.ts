import { pino } from 'pino';
import type { Config } from '#config';
import type { Db } from '#platform/database';
import type { Sms } from '#platform/sms';
import { smsOutbox } from './tables.ts';

export const OUTBOX = '/dev/outbox';

/** The demo channel: nothing leaves the machine. The only place where a code may stand in the log; refused in production. */
export function openOutbox(config: Config, db: Db): Sms {
  const log = pino({ level: config.LOG });
  return {
    shownAt: OUTBOX,
    async send({ phone, text }) {
      await db.insert(smsOutbox).values({ phone, text });
      log.info({ phone, text }, '演示短信');
    },
  };
}
