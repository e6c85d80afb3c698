import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { ConfigError, readConfig, type Config } from '#config';
import { loadKeys } from '#platform/crypto';
import { migrate, openDatabase, type Database } from '#platform/database';
import { startEmbedded } from '#platform/embedded-postgres';
import { settleHost } from '#platform/embedded-postgres-host';
import { readPidFile } from '#platform/embedded-postgres-leftover';
import { openFiles, type Files } from '#platform/files';
import type { Keys } from '#platform/keys';
import { dataDir } from '#start';

export interface Tools extends Database {
  keys: Keys;
  files: Files;
  /** Where the key file is, when the keys do not come from the environment. */
  keyFile: string | undefined;
}

/** What a command works with: the product's own database, running or not, its keys and files. */
export async function openTools(config: Config = readConfig()): Promise<Tools> {
  const dir = dataDir(config);
  const server = await findServer(config, join(dir, 'postgres'));
  await migrate(server.url);
  const database = openDatabase(server.url, 4);
  const keyFile = config.DATA_KEYS ? undefined : join(dir, 'keys.json');
  const keys = loadKeys({ fromEnv: config.DATA_KEYS, file: keyFile, suite: config.CRYPTO });
  return {
    ...database,
    keys,
    keyFile,
    files: openFiles({ url: config.STORAGE_URL, dir: join(dir, 'files'), keys }),
    async close() {
      await database.close();
      await server.stop();
    },
  };
}

/** The database named by DATABASE_URL; else the embedded one: the running product's, or started for as long as this runs. */
async function findServer(config: Config, dir: string): Promise<{ url: string; stop(): Promise<void> }> {
  if (config.DATABASE_URL) return { url: config.DATABASE_URL, stop: async () => {} };
  const running = await runningServer(settleHost(dir).dataDir);
  return running ? { url: running, stop: async () => {} } : startEmbedded({ dataDir: dir });
}

async function runningServer(dir: string): Promise<string | undefined> {
  const state = readPidFile(join(dir, 'cluster', 'postmaster.pid'));
  if (state?.status !== 'ready') return undefined;
  const password = readFileSync(join(dir, 'password'), 'utf8');
  const url = `postgres://postgres:${password}@127.0.0.1:${state.port}/postgres`;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    return url;
  } catch {
    return undefined; // the pid file outlived its server
  } finally {
    await client.end().catch(() => {});
  }
}

/** Runs a command: what it says goes to the terminal, a refusal ends it with 2 and its sentence. */
export async function command(run: (tools: Tools, args: string[]) => Promise<number>): Promise<void> {
  try {
    const tools = await openTools();
    try {
      process.exitCode = await run(tools, process.argv.slice(2));
    } finally {
      await tools.close();
    }
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}
