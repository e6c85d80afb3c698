import { existsSync, globSync } from 'node:fs';
import { dirname } from 'node:path';
import { fontsFile } from '../e2e/support/browser.ts';
import { ensureBrowser } from './browser.ts';
import { bin, root, turbo } from './run.ts';
import { check, playwright, stage, verdict, vitest } from './test-stages.ts';

// npm test [-- static|unit|e2e [arguments of vitest or playwright]]: everything without a word, else one part.
const [part, ...more] = process.argv.slice(2);
const parts: Record<string, () => Promise<void>> = { static: staticChecks, unit: unitTests, e2e: endToEnd };

if (part !== undefined && !parts[part]) {
  console.error(`用法：npm test [-- ${Object.keys(parts).join('|')}]`);
  process.exit(2);
}
const missing = part === 'static' ? undefined : ensureBrowser(); // unit tests draw Chinese too
if (missing) console.error(missing);
if (existsSync(fontsFile)) process.env.FONTCONFIG_FILE = fontsFile;
for (const [name, runPart] of Object.entries(parts)) if (part === undefined || part === name) await runPart();
process.exitCode = verdict();

async function staticChecks(): Promise<void> {
  await stage('格式', () => check([bin('oxfmt'), '--check']));
  await stage('代码检查', () => check([bin('oxlint')]));
  await stage('代码检查自检', () => check(['node', 'tools/lint/self-check.ts']));
  await stage('类型', () => check(turbo('typecheck'), [bin('tsc'), '--noEmit', '-p', 'tools']));
}

async function unitTests(): Promise<void> {
  for (const workspace of globSync('{packages,apps}/*/vitest.config.ts', { cwd: root }).toSorted()) {
    await stage(`单元测试 ${dirname(workspace)}`, () => vitest(dirname(workspace), more));
  }
}

async function endToEnd(): Promise<void> {
  await stage('构建网页', () => check(['node', 'tools/build-web.ts']));
  await stage('网页大小', () => check(['node', 'tools/bundle-size.ts']));
  await stage('端到端测试', async () => (missing ? { passed: 0, failed: 1 } : playwright(more)));
}
