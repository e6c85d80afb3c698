import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineAnswer, EngineJob } from '@zikao/contract/verification';

const ROOT = join(import.meta.dirname, '../../..');

export type Said = { ready: true } | { result: EngineAnswer } | { fault: string } | { overMemory: true };

/** An engine as the platform starts it: without environment, network and writing. */
export async function startEngine(maxRssMb = 1200) {
  const child = fork(join(ROOT, 'apps/verifier/src/main.ts'), [String(maxRssMb)], {
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
  const gone = new Promise<NodeJS.Signals | number>((done) =>
    child.once('exit', (code, signal) => done(signal ?? code!)),
  );
  const next = () =>
    new Promise<Said>((done, failed) => {
      child.once('message', done);
      void gone.then((how) => failed(new Error(`the engine ended: ${how}`)));
    });
  await next();
  return {
    pid: child.pid!,
    gone,
    ask(job: EngineJob): Promise<Said> {
      const answer = next();
      child.send(job);
      return answer;
    },
    /** Most memory it ever had, in MB. */
    peak: () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))![1]) / 1024,
    /** Processor time so far, in ms. */
    cpuMs() {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
      return (Number(fields[11]) + Number(fields[12])) * 10;
    },
    /** As a parent that was killed would. */
    leave: () => child.disconnect(),
    async stop() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
