import { createHmac, randomUUID } from 'node:crypto';
import { now } from '#platform/clock';
import type { Db } from '#platform/database';
import type { Sms } from '#platform/sms';

const TIMEOUT_MS = 5_000;

/** The gateway of docs/sms.md. A fault of the line or of the server is tried once more, under the same id. */
export function openGateway({
  url,
  secret,
  db,
  timeout = TIMEOUT_MS,
}: {
  url: string;
  secret: string;
  db: Db;
  /** Milliseconds. */
  timeout?: number;
}): Sms {
  return {
    async send({ phone, purpose, text }) {
      const at = (await now(db)).toISOString();
      const body = JSON.stringify({ id: randomUUID(), phone, purpose, text, at });
      const signature = createHmac('sha256', secret).update(`${at}\n${body}`).digest('hex');
      const post = () =>
        fetch(url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-zikao-timestamp': at,
            'x-zikao-signature': `sha256=${signature}`,
          },
          body,
          redirect: 'error',
          signal: AbortSignal.timeout(timeout),
        }).then(
          ({ status }) => status,
          () => 0,
        );
      let status = await post();
      if (status === 0 || status >= 500) status = await post();
      if (status < 200 || status > 299)
        throw new Error(`the SMS gateway ${status ? `answered ${status}` : 'did not answer'}`);
    },
  };
}
