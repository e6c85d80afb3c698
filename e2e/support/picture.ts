import { join } from 'node:path';
import type { Page, TestInfo } from '@playwright/test';
import sharp from 'sharp';

/** A picture for the README, made on the desktop run only when asked for (PICTURES=true). */
export async function picture(page: Page, info: TestInfo, name: string): Promise<void> {
  if (process.env['PICTURES'] !== 'true' || info.project.name !== 'desktop') return;
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
  const shot = await page.screenshot();
  const file = join(import.meta.dirname, '../../docs/pictures', `${name}.png`);
  await sharp(shot).png({ palette: true, effort: 10 }).toFile(file);
}
