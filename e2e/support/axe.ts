import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

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
    // Our pages have no frames of others, so one evaluation in the page will do: a quarter of the time.
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .options({ resultTypes: ['violations'] })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    if (violations.length > 0 && reading < 5 && before !== (await page.content())) continue;
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    );
  }
}

/** Nothing sticks out: no sideways scrolling. */
export async function fits(page: Page): Promise<void> {
  const [wide, shown] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(wide, page.url()).toBeLessThanOrEqual(shown!);
}
