import { totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '#config';
import { HANDLED, inCharge } from '#modules/applications';
import { inUse } from '#modules/enrolments';
import { authenticate } from '#modules/identity';
import { openSms } from '#modules/identity';
import type { Services } from '#platform/context';
import { loadKeys } from '#platform/crypto';
import { migrate, openDatabase } from '#platform/database';
import { startEmbedded } from '#platform/embedded-postgres';
import { openFiles } from '#platform/files';
import { openImages } from '#platform/images';
import { openJobs } from '#platform/jobs';
import { openPapers } from '#platform/papers';
import { openPrinter } from '#platform/print';
import { openSheets } from '#platform/sheets';
import { watchVerifiers } from '#platform/verifiers';

import { openVerifying, type Verifying } from './verifying.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

export const dataDir = (config: Config) => config.DATA_DIR ?? join(ROOT, '.data');

/**
 * With PostgreSQL's own 128 MB the searches of a large province push each other's pages out: ten times as slow. What lies
 * in memory or on a disk without arms costs hardly more out of order: the index that leads to fewer rows is the better.
 */
function embeddedFlags(): string[] {
  const megabytes = Math.min(1024, Math.max(128, Math.floor(totalmem() / 2 ** 20 / 8)));
  return ['-c', 'max_connections=200', '-c', `shared_buffers=${megabytes}MB`, '-c', 'random_page_cost=1.1'];
}

export interface Opened extends Services {
  verifying: Verifying;
  /** Settles when the embedded database has gone by itself; never with an external one. */
  databaseGone: Promise<unknown>;
  close(): Promise<void>;
}

/** Opens everything the process works with, in order; `close` undoes it in reverse. */
export async function openServices(config: Config): Promise<Opened> {
  const dir = dataDir(config);
  const postgres = config.DATABASE_URL
    ? { url: config.DATABASE_URL, stop: async () => {}, exited: new Promise<never>(() => {}) }
    : await startEmbedded({ dataDir: join(dir, 'postgres'), flags: embeddedFlags() });
  await migrate(postgres.url);
  const { db, pool, close: closeDatabase } = openDatabase(postgres.url, config.DATABASE_POOL);
  const keys = loadKeys({ fromEnv: config.DATA_KEYS, file: join(dir, 'keys.json'), suite: config.CRYPTO });
  const files = openFiles({ url: config.STORAGE_URL, dir: join(dir, 'files'), keys });
  const images = openImages({ workers: config.IMAGE_WORKERS });
  const jobs = openJobs(pool);
  const papers = openPapers({ workers: config.PDF_WORKERS });
  const printer = openPrinter({ workers: config.PRINT_WORKERS });
  const sheets = openSheets();
  const verifying = openVerifying(config, db, images);
  return {
    config,
    db,
    keys,
    files,
    images,
    papers,
    printer,
    sheets,
    jobs,
    verifier: verifying.verifier,
    verifying,
    verifiers: watchVerifiers(db),
    sms: openSms(config, db),
    authenticate,
    kinds: HANDLED,
    inCharge,
    inUse,
    wake: () => {},
    databaseGone: postgres.exited,
    async close() {
      await verifying.close();
      await Promise.all([images.close(), papers.close(), printer.close(), sheets.close()]);
      await jobs.close();
      await closeDatabase();
      await postgres.stop();
    },
  };
}
