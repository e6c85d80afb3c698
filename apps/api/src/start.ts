import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '#config';
import { authenticate } from '#modules/identity';
import { openSms } from '#modules/identity';
import type { Services } from '#platform/context';
import { loadKeys } from '#platform/crypto';
import { migrate, openDatabase } from '#platform/database';
import { startEmbedded } from '#platform/embedded-postgres';
import { openFiles } from '#platform/files';
import { openImages } from '#platform/images';
import { openVerifier } from '#platform/verification';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

export const dataDir = (config: Config) => config.DATA_DIR ?? join(ROOT, '.data');

/** Opens everything the process works with, in order; `close` undoes it in reverse. */
export async function openServices(config: Config): Promise<Services & { close(): Promise<void> }> {
  const dir = dataDir(config);
  const postgres = config.DATABASE_URL
    ? { url: config.DATABASE_URL, stop: async () => {} }
    : await startEmbedded({ dataDir: join(dir, 'postgres'), flags: ['-c', 'max_connections=200'] });
  await migrate(postgres.url);
  const { db, close: closeDatabase } = openDatabase(postgres.url, config.DATABASE_POOL);
  const keys = loadKeys({ fromEnv: config.DATA_KEYS, file: join(dir, 'keys.json'), suite: config.CRYPTO });
  const files = openFiles({ url: config.STORAGE_URL, dir: join(dir, 'files'), keys });
  const images = openImages({ workers: config.IMAGE_WORKERS });
  return {
    config,
    db,
    keys,
    files,
    images,
    verifier: openVerifier(images),
    sms: openSms(config, db),
    authenticate,
    wake: () => {},
    async close() {
      await images.close();
      await closeDatabase();
      await postgres.stop();
    },
  };
}
