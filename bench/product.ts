import { spawn } from 'node:child_process';
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The real product on a free port of 127.0.0.1. */
export interface Product {
  port: number;
  dataDir: string;
  databaseUrl: string;
  /** The database server's own log. */
  databaseLog: string;
  /** Process ids: the API, and the PostgreSQL server whose children do its work. */
  pids: { api: number; postgres: number };
  stop(): Promise<void>;
}

const MAIN = join(import.meta.dirname, '../apps/api/src/main.ts');

// Everybody comes from one address here, and the proof of work is the browser's effort, not the server's.
const ENV = {
  SMS_PER_ADDRESS_DAY: '100000',
  SIGN_IN_PER_ADDRESS: '100000',
  CHALLENGE_COST: '100',
  LOG: 'warn',
};

/** Starts apps/api/src/main.ts; resolves when it serves. `keep`: the data directory to use and leave there; else an empty one. */
export async function startProduct({ keep }: { keep?: string | undefined } = {}): Promise<Product> {
  const dataDir = keep ?? mkdtempSync(join(tmpdir(), 'zikao-bench-'));
  if (keep) mkdirSync(keep, { recursive: true });
  chmodSync(dataDir, 0o755); // as root PostgreSQL runs as somebody else, who must get in
  const port = await freePort();
  const log = openSync(join(dataDir, 'log'), 'a');
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, ...ENV, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const gone = new Promise((done) => child.once('exit', done));
  process.once('exit', () => child.kill('SIGTERM'));
  while (!(await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined))?.ok) {
    if (child.exitCode !== null) throw new Error(readFileSync(join(dataDir, 'log'), 'utf8'));
    await sleep(50);
  }
  const password = readFileSync(join(dataDir, 'postgres/password'), 'utf8');
  const server = readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n');
  return {
    port,
    dataDir,
    databaseUrl: `postgres://postgres:${password}@127.0.0.1:${server[3]}/postgres`,
    databaseLog: join(dataDir, 'postgres/log'),
    pids: { api: child.pid!, postgres: Number(server[0]) },
    async stop() {
      child.kill('SIGTERM');
      await gone;
      if (!keep) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done, fail) => probe.once('error', fail).listen(0, '127.0.0.1', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}
