import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineJob } from '@zikao/contract/verification';
import { cpuOf } from './measure.ts';

const ROOT = join(import.meta.dirname, '..');

export type Engine = Awaited<ReturnType<typeof startEngine>>;

/** One engine of the verifier, started as the platform starts it. */
export async function startEngine() {
  const from = performance.now();
  const child = fork(join(ROOT, 'apps/verifier/src/main.ts'), ['1200'], {
    execArgv: [
      '--permission',
      '--allow-addons',
      `--allow-fs-read=${ROOT}`,
      '--disable-warning=SecurityWarning',
    ],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = new Promise((done) => child.once('exit', done));
  process.once('exit', () => child.kill('SIGKILL'));
  const answer = () => new Promise<object>((done) => child.once('message', done));
  await answer();
  return {
    startMs: performance.now() - from,
    async ask(job: EngineJob) {
      const said = answer();
      child.send(job);
      if (!('result' in (await said))) throw new Error(JSON.stringify(await said));
    },
    cpuMs: () => cpuOf(child.pid!),
    peakMb: () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))![1]) / 1024,
    async stop() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
