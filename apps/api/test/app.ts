import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { authenticate, buildApp, LISTENERS, work } from '#app';
import { readConfig } from '#config';
import { setClock } from '#platform/clock';
import type { Services } from '#platform/context';
import { loadKeys } from '#platform/crypto';
import { openDatabase } from '#platform/database';
import { openFiles } from '#platform/files';
import { openImages } from '#platform/images';
import { openPapers } from '#platform/papers';
import { openPrinter } from '#platform/print';
import { openSheets } from '#platform/sheets';
import { deliver } from '#platform/outbox';
import { openJobs } from '#platform/jobs';
import { openVerifier, pixelExaminer } from '#platform/verification';
import { HANDLED, inCharge as applicationsInCharge } from '#modules/applications';
import { inUse } from '#modules/enrolments';
import { openSms } from '#modules/identity';
import { seedOnce } from '#seed/seed';
import { createTestDatabase } from '#test/database';

export interface TestApp {
  app: FastifyInstance;
  services: Services;
  url: string;
  /** Does the jobs and delivers the outbox to its listeners, as the running product does in the background. */
  settle(): Promise<number>;
  /** Stops the clock at a moment; without one it runs on from the first start. */
  at(moment?: string | Date): Promise<void>;
  close(): Promise<void>;
}

/** When every test's product is started first: what is seeded relative to it never hangs on today's date. */
const FIRST_START = new Date('2026-11-24T02:00:00Z');

/** The whole API on a database of its own, seeded as at the first start. `env` as in the environment. */
export async function createTestApp(
  env: Record<string, string> = {},
  { kinds = HANDLED, inCharge = applicationsInCharge }: Partial<Pick<Services, 'kinds' | 'inCharge'>> = {},
): Promise<TestApp> {
  const database = await createTestDatabase();
  const dir = mkdtempSync(join(tmpdir(), 'zikao-files-'));
  const config = readConfig({
    NODE_ENV: 'test',
    LOG: 'silent',
    IMAGE_WORKERS: '1',
    CHALLENGE_COST: '100',
    ...env,
  });
  const { db, pool, close } = openDatabase(database.url, 20);
  const keys = loadKeys({ file: join(dir, 'keys.json'), suite: config.CRYPTO });
  const images = openImages({ workers: config.IMAGE_WORKERS });
  const jobs = openJobs(pool);
  const papers = openPapers();
  const printer = openPrinter();
  const sheets = openSheets();
  const services: Services = {
    config,
    db,
    keys,
    files: openFiles({ dir: join(dir, 'files'), keys }),
    images,
    papers,
    printer,
    sheets,
    jobs,
    verifier: openVerifier([pixelExaminer(images)]),
    verifiers: { down: async () => false },
    sms: openSms(config, db),
    authenticate,
    kinds,
    inCharge,
    inUse,
    wake: () => {},
  };
  await setClock(db, FIRST_START, true);
  await seedOnce(services);
  const app = await buildApp(services);
  return {
    app,
    services,
    url: database.url,
    async settle() {
      await jobs.drain(work({ ...services, log: app.log }));
      return deliver(services, LISTENERS);
    },
    at: (moment) => (moment === undefined ? setClock(db, FIRST_START, true) : setClock(db, new Date(moment))),
    async close() {
      await app.close();
      await Promise.all([images.close(), papers.close(), printer.close(), sheets.close()]);
      await jobs.close();
      await close();
      await database.drop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
