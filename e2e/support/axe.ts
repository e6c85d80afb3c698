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
  // Once for each page, and only what is wrong comes back: axe's own driver asks five times as much work.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  // Axe reads for a while: of a page that changed under it (an upload ended) half belongs to each state, so it reads again.
  for (let reading = 1; ; reading += 1) {
    const { found, changed } = await page.evaluate(readWith, STANDARD);
    if (changed && found.length > 0 && reading < 5) continue;
    expect(found, page.url()).toEqual([]);
    return;
  }
}

/** In the page: what is wrong, and whether the page changed meanwhile. */
async function readWith(standard: axe.RunOptions): Promise<{ found: string[]; changed: boolean }> {
  // The bar at the bottom covers a part of whatever lies under it just now; axe would take that for its size.
  const still = new CSSStyleSheet();
  still.replaceSync('.sticky-bar { position: static !important }');
  document.adoptedStyleSheets.push(still);
  let changed = false;
  const watch = new MutationObserver(() => (changed = true));
  watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, standard);
  watch.disconnect();
  document.adoptedStyleSheets.pop();
  const where = ({ id, nodes }: axe.Result) =>
    `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`;
  return { found: violations.map(where), changed };
}

/** Nothing sticks out: no sideways scrolling. */
export async function fits(page: Page): Promise<void> {
  const [wide, shown] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(wide, page.url()).toBeLessThanOrEqual(shown!);
}
