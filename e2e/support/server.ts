import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The real product, started by itself with a database of its own. */
export interface Product {
  url: string;
  /** For what a journey cannot reach through the page (a look at a row, a deadline moved). */
  databaseUrl(): string;
  /** Everything it wrote so far: a journey may look for a secret that must not be there. */
  log(): string;
  stop(): Promise<void>;
}

const checkout = join(import.meta.dirname, '../..');

/** Starts apps/api/src/main.ts on a free port over an empty data directory; resolves when /readyz says yes. */
export async function startProduct(env: Record<string, string> = {}): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), 'zikao-e2e-'));
  chmodSync(dataDir, 0o755); // as root PostgreSQL runs as somebody else, who must get in
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const logFile = join(dataDir, 'log');
  const output = openSync(logFile, 'a');
  const { NODE_ENV: _, ...inherited } = process.env;
  const child = spawn(process.execPath, ['apps/api/src/main.ts'], {
    cwd: checkout,
    env: { ...inherited, ...roomForOneAddress, PORT: String(port), DATA_DIR: dataDir, ...env },
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  const log = (): string => readFileSync(logFile, 'utf8');
  try {
    await untilReady(url, child);
  } catch (error) {
    child.kill('SIGKILL');
    throw new Error(`${String(error)}\n${log()}`, { cause: error });
  }
  return {
    url,
    log,
    databaseUrl: () => databaseOf(dataDir),
    async stop() {
      const gone = child.exitCode ?? child.signalCode;
      const last = log().split('\n').slice(-20).join('\n');
      await end(child);
      rmSync(dataDir, { recursive: true, force: true });
      if (gone !== null) throw new Error(`the product ended by itself (${gone}):\n${last}`);
    },
  };
}

/** All journeys come from one address, and no journey is about the limits per address. */
const roomForOneAddress = {
  SMS_PER_ADDRESS_DAY: '100000',
  SIGN_IN_PER_ADDRESS: '100000',
  CHALLENGE_COST: '1000',
};

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const patience = AbortSignal.timeout(60_000);
  while (!patience.aborted) {
    if (child.exitCode !== null) throw new Error(`the product ended with code ${child.exitCode}`);
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(50);
  }
  throw new Error('the product was not ready within 60 s');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await gone;
  clearTimeout(impatience);
}

function databaseOf(dataDir: string): string {
  const password = readFileSync(join(dataDir, 'postgres/password'), 'utf8');
  const port = readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[3];
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done, fail) => probe.once('error', fail).listen(0, '127.0.0.1', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}
