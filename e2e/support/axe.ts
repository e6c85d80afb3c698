import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

const STANDARD: axe.RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};

/** No violation of WCAG 2.2 A and AA on what is shown now. */
export async function accessible(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).or(page.getByRole('dialog')).first()).toBeVisible();
  await expect(page.getByText('正在加载')).toHaveCount(0);
  // The bar at the bottom covers a part of whatever lies under it just now; axe would take that for its size.
  const still = await page.addStyleTag({ content: '.sticky-bar { position: static !important }' });
  const found = await violationsOf(page);
  await still.evaluate((style) => (style as HTMLStyleElement).remove());
  expect(found, page.url()).toEqual([]);
}

/** Axe reads for a while: of a page that changed under it (an upload ended) half belongs to each state, so it reads again. */
async function violationsOf(page: Page): Promise<string[]> {
  for (let reading = 1; ; reading += 1) {
    const before = await page.content();
    // Once for each page, and only what is wrong comes back: axe's own driver asks five times as much work.
    if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
    const found = await page.evaluate(
      async (standard) =>
        (await (window as unknown as { axe: typeof axe }).axe.run(document, standard)).violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
        ),
      STANDARD,
    );
    if (found.length > 0 && reading < 5 && before !== (await page.content())) continue;
    return found;
  }
}

/** Nothing sticks out: no sideways scrolling. */
export async function fits(page: Page): Promise<void> {
  const [wide, shown] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(wide, page.url()).toBeLessThanOrEqual(shown!);
}
