import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
import { freePort } from '#platform/embedded-postgres';
import { readPidFile } from '#platform/embedded-postgres-leftover';

/** The product as it is started by hand: a process of its own, with its own database, durable as shipped. */
export interface Running {
  url: string;
  databaseUrl: string;
  api: ChildProcess;
  /** Process id of its PostgreSQL. */
  postgres: number;
  /** How the process ended: its exit code, or null when a signal ended it. */
  ended: Promise<number | null>;
}

const MAIN = join(import.meta.dirname, '../../src/main.ts');

/** Starts apps/api/src/main.ts over `dataDir`; resolves when /readyz says yes. */
export async function startProcess(dataDir: string, more: Record<string, string> = {}): Promise<Running> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { NODE_ENV: _, ...inherited } = process.env;
  const logFile = join(dataDir, 'api.log');
  const log = openSync(logFile, 'a');
  const api = spawn(process.execPath, [MAIN], {
    env: { ...inherited, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, LOG: 'warn', ...more },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const ended = new Promise<number | null>((done) => api.once('exit', done));
  const gone = ended.then((code) => {
    throw new Error(`the product ended with ${code}\n${readFileSync(logFile, 'utf8').slice(-2_000)}`);
  });
  const ready = async () => {
    if (!(await fetch(`${url}/readyz`)).ok) throw new Error('not ready');
  };
  try {
    await Promise.race([gone, vi.waitFor(ready, { timeout: 60_000, interval: 50 })]);
  } catch (error) {
    api.kill('SIGKILL'); // nobody else would
    throw error;
  }
  gone.catch(() => {}); // from here on ending is what the tests do to it
  const server = readPidFile(join(dataDir, 'postgres/cluster/postmaster.pid'))!;
  const password = readFileSync(join(dataDir, 'postgres/password'), 'utf8');
  const databaseUrl = `postgres://postgres:${password}@127.0.0.1:${server.port}/postgres`;
  return { url, databaseUrl, api, postgres: server.pid, ended };
}
