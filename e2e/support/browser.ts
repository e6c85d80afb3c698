import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What Playwright's launch needs. */
export interface Browser {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

/** Where tools/browser.ts unpacks the Chromium that npm carries, and a Chinese font when the machine offers none. */
export const unpackedDir = join(import.meta.dirname, '../node_modules/.cache/browser');

/** Tells fontconfig of that font; there only when it was needed. */
export const fontsFile = join(unpackedDir, 'fonts.conf');

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const onMac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/**
 * The Chromium that npm carries: the same everywhere, and without a window to draw it needs two thirds of the processor.
 * Where there is none (macOS, Windows, ARM): the browser of the machine. Undefined: neither. Only one that answers counts.
 */
export function findBrowser(): Browser | undefined {
  const env: Record<string, string> = existsSync(fontsFile) ? { FONTCONFIG_FILE: fontsFile } : {};
  const unpacked = join(unpackedDir, 'chromium');
  // Without the locale names of files that are not ASCII become «download».
  const own = { ...env, LC_ALL: 'C.UTF-8', LD_LIBRARY_PATH: join(unpackedDir, 'lib') };
  if (existsSync(unpacked) && answers(unpacked, own)) {
    return {
      executablePath: unpacked,
      args: ['--no-sandbox', '--no-zygote', '--disable-dev-shm-usage', '--headless=shell'],
      env: own,
    };
  }

  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []; // Chromium has no sandbox for root
  const installed = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((dir) => names.map((name) => join(dir, name)));
  const executablePath = [...installed, onMac].find((path) => existsSync(path) && answers(path));
  return executablePath ? { executablePath, args, env } : undefined;
}

function answers(path: string, env: Record<string, string> = {}): boolean {
  return spawnSync(path, ['--version', '--no-sandbox'], { env: { ...process.env, ...env } }).status === 0;
}
