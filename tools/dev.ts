import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { bin, root } from './run.ts';

// The API restarts and the page reloads as files change. PORT is the API's, WEB_PORT the page's (which hands /api on).
const apiPort = process.env.PORT ?? '3000';
const webPort = process.env.WEB_PORT ?? '5173';
const env = { ...process.env, PORT: apiPort };

const children = [
  start('node', ['--watch', '--watch-preserve-output', 'apps/api/src/main.ts'], root),
  start(
    bin('vite', 'apps/web'),
    ['--port', webPort, '--strictPort', '--clearScreen', 'false'],
    join(root, 'apps/web'),
  ),
];
console.log(`开发模式：打开 http://localhost:${webPort}（接口在 ${apiPort} 端口），按 Ctrl-C 停止。`);

// Ctrl-C in a terminal reaches the children by itself; what is sent to us alone is passed on.
let asked = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    asked = true;
    if (signal !== 'SIGINT' || !process.stdin.isTTY) stopAll(signal);
  });
}

const codes = await Promise.all(
  children.map(
    (child) =>
      new Promise<number>((done) => {
        child.once('exit', (code) => {
          stopAll('SIGTERM'); // one without the other is of no use
          done(code ?? 0);
        });
      }),
  ),
);
process.exitCode = asked ? 0 : Math.max(...codes);

function start(command: string, args: string[], cwd: string): ChildProcess {
  return spawn(command, args, { cwd, env, stdio: 'inherit' });
}

function stopAll(signal: NodeJS.Signals): void {
  for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill(signal);
}
