import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { findBrowser, fontsFile, unpackedDir } from '../e2e/support/browser.ts';
import { root } from './run.ts';

/**
 * Makes sure that the end-to-end tests find a Chromium and a font for Chinese: the Chromium npm carries, unpacked into
 * node_modules, and the machine's font; what is missing then by apt, as root or where sudo asks nothing, or else the
 * font from npm. Answers with what is missing after all that, as a sentence for the person at the terminal.
 */
export function ensureBrowser(): string | undefined {
  unpackChromium();
  installByApt();
  if (!hasChineseFont()) unpackFont();
  if (!findBrowser()) {
    return '没有可用的 Chromium，无法运行端到端测试。请安装 Chromium（Debian/Ubuntu：apt install chromium fonts-noto-cjk）后重试。';
  }
  return hasChineseFont() ? undefined : '没有中文字体，无法运行端到端测试。请安装 fonts-noto-cjk 后重试。';
}

function installByApt(): void {
  const wanted = [
    ...(findBrowser() ? [] : ['chromium']),
    ...(hasChineseFont() ? [] : ['fontconfig', 'fonts-noto-cjk']),
  ];
  if (wanted.length === 0 || !works('apt-get', ['--version'])) return;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && !works('sudo', ['-n', 'true'])) return;
  console.log(`正在安装 ${wanted.join('、')}……`);
  const prefix = isRoot ? [] : ['sudo', '-n'];
  for (const args of [
    ['update', '-q'],
    ['install', '-q', '-y', '--no-install-recommends', ...wanted],
  ]) {
    const [command = '', ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'] });
  }
}

/** @sparticuz/chromium brings the program and the libraries that a bare machine lacks; its own arguments we do not want. */
function unpackChromium(): void {
  const packed = packedChromium();
  if (!packed) return;
  const program = join(unpackedDir, 'chromium');
  const { version } = JSON.parse(readFileSync(join(packed, '../package.json'), 'utf8')) as {
    version: string;
  };
  const note = `${program}.version`;
  if (existsSync(note) && readFileSync(note, 'utf8') === version) return;
  console.log('正在解开 npm 带来的 Chromium……');
  mkdirSync(unpackedDir, { recursive: true });
  for (const archive of ['al2023', 'swiftshader']) {
    const tar = brotliDecompressSync(readFileSync(join(packed, `${archive}.tar.br`)));
    spawnSync('tar', ['-x', '-C', unpackedDir], { input: tar });
  }
  writeFileSync(`${program}.new`, brotliDecompressSync(readFileSync(join(packed, 'chromium.br'))));
  chmodSync(`${program}.new`, 0o755);
  renameSync(`${program}.new`, program);
  writeFileSync(note, version);
}

/** It is for Linux on x64 only; npm installs it everywhere. */
function packedChromium(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  try {
    const entry = createRequire(join(root, 'e2e/package.json')).resolve('@sparticuz/chromium');
    const bin = join(entry.slice(0, entry.indexOf('chromium/build/')), 'chromium/bin');
    return existsSync(bin) ? bin : undefined;
  } catch {
    return undefined; // optional: an install without it is a good one
  }
}

const font = { name: '@expo-google-fonts/noto-sans-sc', version: '0.4.3', file: 'NotoSansSC_400Regular.ttf' };

/** One weight of Noto Sans SC, fetched only by machines that have no Chinese font and no right to install one. */
function unpackFont(): void {
  console.log('正在下载中文字体……');
  const download = join(unpackedDir, 'download');
  const fonts = join(unpackedDir, 'fonts');
  mkdirSync(download, { recursive: true });
  mkdirSync(fonts, { recursive: true });
  const [npm = 'npm', ...before] = callersNpm();
  const pack = ['pack', '--loglevel=error', `${font.name}@${font.version}`];
  spawnSync(npm, [...before, ...pack], { cwd: download, stdio: ['ignore', 'ignore', 'inherit'] });
  const archive = join(download, `${font.name.replace('@', '').replace('/', '-')}-${font.version}.tgz`);
  const inside = `package/400Regular/${font.file}`;
  spawnSync('tar', ['-xzf', archive, '--strip-components=2', '-C', fonts, inside], { stdio: 'inherit' });
  rmSync(download, { recursive: true, force: true });
  const dirs = [fonts, '/usr/share/fonts', '/usr/local/share/fonts'].map((dir) => `<dir>${dir}</dir>`);
  const cache = `<cachedir>${join(unpackedDir, 'fontconfig')}</cachedir>`;
  const head = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">';
  writeFileSync(fontsFile, `${head}<fontconfig>${dirs.join('')}${cache}</fontconfig>\n`);
}

/** npm under the Node that it was started with: that one is known to reach the registry. */
function callersNpm(): string[] {
  const { npm_node_execpath: node, npm_execpath: npm } = process.env;
  return node && npm ? [node, npm] : ['npm'];
}

function hasChineseFont(): boolean {
  if (existsSync(join(unpackedDir, 'fonts', font.file))) return true;
  if (process.platform !== 'linux') return true; // Windows and macOS bring their own
  return spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' }).stdout?.trim().length > 0;
}

function works(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

if (import.meta.main) {
  const missing = ensureBrowser();
  if (missing) console.error(missing);
  process.exitCode = missing ? 1 : 0;
}
