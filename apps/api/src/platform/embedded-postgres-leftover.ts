import { existsSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigError } from '#config';

/** What the server last wrote about itself; `status` is starting, ready or stopping. */
export function readPidFile(pidFile: string): { pid: number; port: number; status: string } | undefined {
  if (!existsSync(pidFile)) return undefined;
  const lines = readFileSync(pidFile, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() ?? '' };
}

/**
 * A pid file may outlive its server: after a power cut, a kill -9, or as a zombie that nobody reaps in a container
 * without init. Those are cleared. A server that is stopping is waited for; a living one belongs to somebody.
 */
export async function clearLeftover(pidFile: string, dataDir: string): Promise<void> {
  const grace = AbortSignal.timeout(2_000);
  const patience = AbortSignal.timeout(60_000);
  for (;;) {
    const found = readPidFile(pidFile);
    if (!found) return;
    if (!isServer(found.pid, dataDir)) return rmSync(pidFile, { force: true });
    const leaving = found.status === 'stopping' ? patience : grace; // its node may have died this very moment
    if (leaving.aborted) {
      throw new ConfigError(
        `本系统已经在运行：数据库进程 ${found.pid} 正在使用 ${dataDir}。请先停止正在运行的那一个（在其终端按 Ctrl-C）。`,
      );
    }
    await sleep(20);
  }
}

function isServer(pid: number, dataDir: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  try {
    if (/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))) return false;
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(dataDir); // a number given to another process
  } catch {
    return existsSync(`/proc/${pid}`) || !existsSync('/proc'); // macOS has no /proc: believe the pid file
  }
}
