import { spawn } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';

/** The checkout. */
export const root = dirname(import.meta.dirname);

/** The programs of one workspace package (`''` is the root). */
export function bin(name: string, workspace = ''): string {
  return join(root, workspace, 'node_modules', '.bin', name);
}

/** A turbo task over the workspace: in dependency order, and not again where nothing it reads has changed. */
export function turbo(task: string, ...options: string[]): [string, ...string[]] {
  return [bin('turbo'), 'run', task, '--output-logs=errors-only', '--ui=stream', ...options];
}

/** Runs a command in sight, or silently with its whole output in `output`. Never throws: look at `code`. */
export async function run(
  command: string,
  args: string[],
  options: { cwd?: string; quiet?: boolean; env?: NodeJS.ProcessEnv } = {},
): Promise<{ code: number; output: string }> {
  const child = spawn(command, args, {
    cwd: resolve(root, options.cwd ?? ''),
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', ...options.env },
    stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  });
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text));
  return new Promise((done) => {
    child.once('error', (error) => done({ code: 127, output: `${command}: ${error.message}` }));
    child.once('close', (code) => done({ code: code ?? 1, output }));
  });
}
