// `npm start`, `npm test`, `npm run dev|demo`: no dependency, any Node >= 18 that ships npm. Installs what the
// lockfile names when that changed, then hands over to the pinned Node with the scripts that package.json "config" names.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const bins = [join(root, 'tools/runtime/node_modules/.bin'), join(root, 'node_modules/.bin')];

const scripts = manifest.config[process.argv[2]];
if (!scripts)
  quit(`用法：npm start、npm test、npm run dev 或 npm run demo（没有“${process.argv[2] ?? ''}”）。`);
install();
const node = pinnedNode();
for (const [index, script] of scripts.entries()) {
  await run(script, index === scripts.length - 1 ? process.argv.slice(3) : []);
}

function install() {
  const stampFile = join(root, 'node_modules/.install-stamp');
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
  const inputs = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', '.pnpmfile.cjs', 'package.json'];
  for (const file of inputs) hash.update(readFileSync(join(root, file)));
  const wanted = hash.digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  rmSync(stampFile, { force: true });

  console.log('正在安装依赖（首次约半分钟）……');
  const pnpm = manifest.packageManager.split('+')[0];
  const args = ['exec', '--yes', '--loglevel=error', '--', pnpm, 'install', '--frozen-lockfile'];
  // npm tells where it lives when it runs us; run by hand, the one on the PATH will do
  const npm = process.env.npm_execpath ?? '';
  const [command, ...before] = basename(npm) === 'npm-cli.js' ? [process.execPath, npm] : ['npm'];
  const done = spawnSync(command, [...before, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, CI: 'true' }, // never a question
  });
  if (done.status !== 0)
    quit('依赖安装失败：请检查网络和 npm 的 registry 设置，然后重试。', done.status ?? 1);
  dropForeignBinaries();
  writeFileSync(stampFile, wanted);
}

// onnxruntime-node brings the libraries of every system, 240 MB that never run here. pnpm's own store keeps them.
function dropForeignBinaries() {
  const store = join(root, 'node_modules/.pnpm');
  for (const name of readdirSync(store).filter((entry) => entry.startsWith('onnxruntime-node@'))) {
    const systems = join(store, name, 'node_modules/onnxruntime-node/bin/napi-v6');
    for (const system of readdirSync(systems))
      for (const arch of readdirSync(join(systems, system)))
        if (system !== process.platform || arch !== process.arch)
          rmSync(join(systems, system, arch), { recursive: true });
  }
}

function pinnedNode() {
  const pinned = join(bins[0], 'node');
  if (spawnSync(pinned, ['--version']).status === 0) return pinned;
  if (process.features.typescript) return process.execPath; // no pinned binary for this platform (macOS)
  quit(`没有适用于 ${process.platform}-${process.arch} 的 Node，请先安装 Node 24 或更高版本。`);
}

async function run(script, args) {
  const child = spawn(node, [script, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: [...bins, process.env.PATH].join(delimiter) },
  });
  // Ctrl-C in a terminal reaches the child by itself; what is sent to us alone is passed on.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const [code, signal] = await new Promise((done) => child.on('exit', (...how) => done(how)));
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(name);
  if (signal) process.kill(process.pid, signal);
  else if (code !== 0) process.exit(code ?? 1);
}

function quit(message, code = 1) {
  console.error(message);
  process.exit(code);
}
