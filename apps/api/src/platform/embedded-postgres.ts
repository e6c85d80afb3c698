import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigError } from '#config';
import { settleHost, type Host } from './embedded-postgres-host.ts';
import { clearLeftover, readPidFile } from './embedded-postgres-leftover.ts';

/** A PostgreSQL server of our own. `dataDir` is where the data really are (see `settleHost`). */
export interface EmbeddedPostgres {
  url: string;
  port: number;
  pid: number;
  dataDir: string;
  /** Settles when the server has gone, for whatever reason. */
  exited: Promise<void>;
  /** Fast shutdown: sessions are ended, everything committed is on disk. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL 18 on 127.0.0.1 over `dataDir`, creating the cluster on first use. It dies with this process,
 * even by kill -9. `flags` are server arguments (`['-c', 'fsync=off']`); without `port` a free one is taken.
 * Throws when a living server already works on the same data, or when the server does not come up in 60 s.
 */
export async function startEmbedded(options: {
  dataDir: string;
  flags?: string[];
  port?: number;
}): Promise<EmbeddedPostgres> {
  const host = settleHost(resolve(options.dataDir));
  const pidFile = join(host.dataDir, 'cluster', 'postmaster.pid');
  await clearLeftover(pidFile, host.dataDir);
  createCluster(host);

  const port = options.port ?? (await freePort());
  const { server, pid } = await launchAlone(host, port, options.flags ?? [], pidFile);
  const password = readFileSync(join(host.dataDir, 'password'), 'utf8');
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    port,
    pid,
    dataDir: host.dataDir,
    exited: server.exited,
    async stop() {
      server.lease.end();
      await server.exited;
    },
  };
}

/** A TCP port of 127.0.0.1 that nobody listened on a moment ago. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done, fail) => probe.once('error', fail).listen(0, '127.0.0.1', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}

function createCluster({ bin, dataDir, identity }: Host): void {
  const cluster = join(dataDir, 'cluster');
  if (existsSync(cluster)) return;
  const half = join(dataDir, 'cluster.new'); // named only when whole: an interrupted initdb is never opened
  const passwordFile = join(dataDir, 'password');
  rmSync(half, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (identity.uid !== undefined) chownSync(passwordFile, identity.uid, identity.gid ?? identity.uid);
  // ICU: Chinese sorts by pinyin. locale C: character classes that do not depend on the machine.
  const locale = ['-E', 'UTF8', '--locale-provider=icu', '--icu-locale=zh-u-co-pinyin', '--locale=C'];
  const access = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
  const made = spawnSync(join(bin, 'initdb'), ['-D', half, ...access, ...locale, '--no-instructions'], {
    ...identity,
    env: serverEnv,
    cwd: '/',
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new ConfigError(`无法创建数据库：${made.stderr || made.error?.message}`);
  renameSync(half, cluster);
}

const serverEnv = { LC_ALL: 'C', LANG: 'C', PATH: '/usr/bin:/bin' };

// The shell waits on a pipe whose other end only this process holds: when node ends by any signal the pipe closes
// and postgres gets a fast shutdown. It ignores Ctrl-C, which reaches node alone and is passed on in good order.
const watchdog = [
  'trap "" INT TERM HUP',
  '"$@" & server=$!',
  '(read -r _ <&3; kill -INT $server) & watch=$!',
  'exec 3<&-; wait $server; code=$?; kill $watch 2>/dev/null; exit $code',
].join('\n');

interface Launched {
  lease: Writable;
  running(): boolean;
  exited: Promise<void>;
}

function launch({ bin, dataDir, identity }: Host, port: number, flags: string[]): Launched {
  const logFile = join(dataDir, 'log');
  const log = openSync(logFile, 'a', 0o600);
  if (identity.uid !== undefined) chownSync(logFile, identity.uid, identity.gid ?? identity.uid);
  const server = [join(bin, 'postgres'), '-D', join(dataDir, 'cluster'), '-p', String(port)];
  const local = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='];
  const child = spawn('/bin/sh', ['-c', watchdog, 'postgres-watchdog', ...server, ...local, ...flags], {
    ...identity,
    env: serverEnv,
    cwd: '/',
    stdio: ['ignore', log, log, 'pipe'],
    detached: true,
  });
  closeSync(log);
  const lease = child.stdio[3] as Writable;
  lease.on('error', () => {}); // the reader is gone when postgres is: nothing to tell it any more
  const exited = new Promise<void>((done) => {
    child.once('exit', () => done());
    child.once('error', () => done());
  });
  return { lease, exited, running: () => child.exitCode === null && child.signalCode === null };
}

/**
 * A session of a killed server may still be at work, for as long as its statement takes. PostgreSQL refuses to start
 * beside it, rightly: it is waited for.
 */
async function launchAlone(
  host: Host,
  port: number,
  flags: string[],
  pidFile: string,
): Promise<{ server: Launched; pid: number }> {
  const patience = AbortSignal.timeout(60_000);
  for (;;) {
    const server = launch(host, port, flags);
    try {
      return { server, pid: await untilReady(pidFile, port, server.running, host.dataDir) };
    } catch (error) {
      if (patience.aborted || !String(error).includes('pre-existing shared memory block')) throw error;
      await sleep(200);
    }
  }
}

async function untilReady(
  pidFile: string,
  port: number,
  running: () => boolean,
  dataDir: string,
): Promise<number> {
  const patience = AbortSignal.timeout(60_000);
  while (!patience.aborted) {
    if (!running()) {
      const log = readFileSync(join(dataDir, 'log'), 'utf8').trimEnd().split('\n').slice(-8).join('\n');
      throw new ConfigError(`PostgreSQL 启动失败：\n${log}`);
    }
    const state = readPidFile(pidFile);
    if (state?.port === port && state.status === 'ready') return state.pid;
    await sleep(10);
  }
  throw new ConfigError('PostgreSQL 在 60 秒内没有就绪。');
}
