import type { Config } from '#config';
import type { Authenticate } from '#platform/context';
import type { Db } from '#platform/database';
import type { Server } from '#platform/serve';
import type { Sms } from '#platform/sms';

export function routes(_server: Server): void {}

export const authenticate: Authenticate = async () => undefined;

export function openSms(_config: Config, _db: Db): Sms {
  return { send: async () => {} };
}
