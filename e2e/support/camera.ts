import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import sharp from 'sharp';
import { findBrowser } from './browser.ts';
import type { Product } from './server.ts';

export type Session = Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>;

/**
 * A browser whose camera shows somebody: the portrait, with as much of the wall beside it as a webcam sees. Answers the
 * session, so that the same person may sit down again before another picture.
 */
export async function beforeCamera(
  { url }: Product,
  portrait: Buffer,
  act: (page: Page) => Promise<void>,
  session?: Session,
): Promise<Session> {
  const folder = mkdtempSync(join(tmpdir(), 'zikao-camera-'));
  const film = join(folder, 'camera.mjpeg');
  const frame = await asSeen(portrait);
  writeFileSync(film, Buffer.concat(Array.from({ length: 10 }, () => frame)));
  const { env, args, executablePath } = findBrowser()!;
  const browser = await chromium.launch({
    executablePath,
    env: { ...process.env, ...env } as Record<string, string>,
    args: [
      ...args,
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  });
  try {
    const options: BrowserContextOptions = { baseURL: url, locale: 'zh-CN', permissions: ['camera'] };
    const context = await browser.newContext({ ...options, ...(session && { storageState: session }) });
    await act(await context.newPage());
    return await context.storageState();
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

async function asSeen(portrait: Buffer): Promise<Buffer> {
  const input = await sharp(portrait).resize({ height: 960 }).toBuffer();
  const corner = await sharp(input).extract({ left: 2, top: 2, width: 8, height: 8 }).toBuffer();
  const [r, g, b] = (await sharp(corner).stats()).channels.map(({ mean }) => Math.round(mean));
  return sharp({ create: { width: 1280, height: 960, channels: 3, background: { r: r!, g: g!, b: b! } } })
    .composite([{ input }])
    .jpeg({ quality: 92 })
    .toBuffer();
}
