import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bin, root, run } from '../run.ts';
import { cases } from './self-check-cases.ts';

/** Plants every violation, and its clean counterpart, in a tree of its own; oxlint must tell them apart. */
async function selfCheck(): Promise<number> {
  const tree = mkdtempSync(join(tmpdir(), 'zikao-lint-'));
  try {
    plant(tree);
    const found = await lint(tree);
    const wrong = cases.filter((one) => found.has(`${one.file} ${one.rule}`) !== one.red);
    for (const one of wrong) {
      console.error(`${one.file}: ${one.red ? 'not found' : 'wrongly found'}: ${one.rule}\n  ${one.code}`);
    }
    const red = cases.filter((one) => one.red).length;
    console.log(
      `${red} violations and ${cases.length - red} clean counterparts, ${wrong.length} taken wrongly`,
    );
    return wrong.length === 0 ? 0 : 1;
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

function plant(tree: string): void {
  const config = JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8')) as object;
  write(
    tree,
    '.oxlintrc.json',
    JSON.stringify({ ...config, jsPlugins: [join(root, 'tools/lint/plugin.ts')] }),
  );
  for (const workspace of ['apps/api', 'apps/web', 'apps/verifier', 'packages/contract', 'e2e', 'bench']) {
    mkdirSync(join(tree, workspace), { recursive: true });
    copyFileSync(join(root, workspace, 'package.json'), join(tree, workspace, 'package.json'));
  }
  for (const one of cases) write(tree, one.file, `${one.code};\nexport const planted = 1;\n`);
}

async function lint(tree: string): Promise<Set<string>> {
  const { output } = await run(bin('oxlint'), ['--format', 'json', '--no-ignore'], {
    cwd: tree,
    quiet: true,
  });
  const { diagnostics } = JSON.parse(output) as { diagnostics: { code: string; filename: string }[] };
  return new Set(
    diagnostics.map(({ filename, code }) => `${filename} ${code.replace(/^(\w+)\((.*)\)$/, '$1/$2')}`),
  );
}

function write(tree: string, file: string, text: string): void {
  mkdirSync(dirname(join(tree, file)), { recursive: true });
  writeFileSync(join(tree, file), text);
}

if (import.meta.main) process.exitCode = await selfCheck();
