import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bin, run } from './run.ts';

interface Count {
  passed: number;
  failed: number;
  skipped?: number;
}

const total = { passed: 0, failed: 0, skipped: 0 };

/** Runs one part of the test run, in sight, with its time and its counts. A part that throws has failed once. */
export async function stage(name: string, work: () => Promise<Count>): Promise<void> {
  const began = performance.now();
  const count = await work().catch((error: unknown): Count => {
    console.error(error);
    return { passed: 0, failed: 1 };
  });
  const { passed, failed, skipped = 0 } = count;
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${failed ? '✗' : '✓'} ${name}  ${passed + failed + skipped} 项，${seconds} 秒`);
}

/** Prints the last line of the run and answers with the exit code. */
export function verdict(): number {
  const skipped = total.skipped ? `, ${total.skipped} skipped` : '';
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
  return total.failed ? 1 : 0;
}

/** Each command is one check; they run side by side, and only what a red one says is shown. */
export async function check(...commands: [command: string, ...args: string[]][]): Promise<Count> {
  const results = await Promise.all(
    commands.map(([command, ...args]) => run(command, args, { quiet: true })),
  );
  for (const { code, output } of results) if (code !== 0) console.error(output.trimEnd());
  const failed = results.filter(({ code }) => code !== 0).length;
  return { passed: results.length - failed, failed };
}

/** The unit tests of one workspace package; `args` are vitest's. */
export async function vitest(workspace: string, args: string[]): Promise<Count> {
  return withReport(async (file) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const { code } = await run(bin('vitest'), ['run', ...reporters, ...args], { cwd: workspace });
    const report = read<{ numPassedTests: number; numFailedTests: number; numPendingTests: number }>(file);
    return atLeastOneFailure(code, {
      passed: report?.numPassedTests ?? 0,
      failed: report?.numFailedTests ?? 0,
      skipped: report?.numPendingTests ?? 0,
    });
  });
}

/** The journeys of e2e; `args` are Playwright's. */
export async function playwright(args: string[]): Promise<Count> {
  return withReport(async (file) => {
    const { code } = await run(
      bin('playwright', 'e2e'),
      ['test', '--reporter=list,json', '--pass-with-no-tests', ...args],
      { cwd: 'e2e', env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file } },
    );
    const report = read<{ stats: { expected: number; unexpected: number; flaky: number; skipped: number } }>(
      file,
    );
    const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {};
    return atLeastOneFailure(code, { passed: expected, failed: unexpected + flaky, skipped });
  });
}

/** A run can be red without a red test: a file that does not load, an error outside of any test, a crash. */
function atLeastOneFailure(code: number, count: Count): Count {
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

async function withReport(work: (file: string) => Promise<Count>): Promise<Count> {
  const dir = mkdtempSync(join(tmpdir(), 'zikao-report-'));
  try {
    return await work(join(dir, 'report.json'));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function read<Report>(file: string): Report | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined;
}
