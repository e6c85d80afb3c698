import { readdirSync, readFileSync } from 'node:fs';
import type { Product } from './product.ts';

export interface Figures {
  name: string;
  count: number;
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  /** Milliseconds of processor time for one request. */
  cpuApi: number;
  cpuDatabase: number;
  bytes: number;
}

interface Load {
  count: number;
  atOnce: number;
  warm?: number;
  seconds?: number;
}

const TICK_MS = 10; // USER_HZ is 100 on every Linux

/**
 * Makes `count` requests, `atOnce` at a time, after some that warm up and are not counted. `run` gives bytes received. With
 * `seconds`, fewer of those that take long: as many as fit, three at least.
 */
export async function measure(
  { pids }: Product,
  name: string,
  { count: most, atOnce, warm = 0, seconds: patience = Infinity }: Load,
  run: (no: number) => Promise<number>,
): Promise<Figures> {
  const warming = performance.now();
  await repeat(warm, atOnce, run);
  const each = (performance.now() - warming) / 1_000 / Math.max(warm, 1);
  const count = Math.max(3, Math.min(most, Math.floor(patience / each)));
  const [api, database] = [cpuOf(pids.api), cpuOfChildren(pids.postgres)];
  const took: number[] = [];
  let bytes = 0;
  const from = performance.now();
  await repeat(count, atOnce, async (no) => {
    const started = performance.now();
    const received = await run(no + warm);
    bytes += received;
    took.push(performance.now() - started);
  });
  const seconds = (performance.now() - from) / 1_000;
  took.sort((a, b) => a - b);
  return {
    name,
    count,
    perSecond: count / seconds,
    p50: took[Math.floor(count * 0.5)]!,
    p95: took[Math.floor(count * 0.95)]!,
    p99: took[Math.floor(count * 0.99)]!,
    cpuApi: (cpuOf(pids.api) - api) / count,
    cpuDatabase: (cpuOfChildren(pids.postgres) - database) / count,
    bytes: bytes / count,
  };
}

async function repeat(count: number, atOnce: number, run: (no: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < count) await run(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

/** Resident memory in MB. */
export function memoryOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;
}

/** Processor time so far, user and system, in ms. */
export function cpuOf(pid: number): number {
  const fields = fieldsOf(pid);
  return fields ? (Number(fields[11]) + Number(fields[12])) * TICK_MS : 0;
}

function cpuOfChildren(parent: number): number {
  const children = readdirSync('/proc').filter(
    (pid) => /^\d+$/.test(pid) && fieldsOf(Number(pid))?.[1] === String(parent),
  );
  return children.reduce((sum, pid) => sum + cpuOf(Number(pid)), 0);
}

/** Of /proc/<pid>/stat what follows the name: state, parent, …; undefined when the process has gone. */
function fieldsOf(pid: number): string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
  } catch {
    return undefined;
  }
}
