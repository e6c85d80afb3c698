import { expect, type Locator, type Page } from '@playwright/test';

/** A control says what is wrong with it: to the eye, to a screen reader, and in the summary with a link to it. */
export async function refused(page: Page, control: Locator, sentence: string | RegExp): Promise<void> {
  await expect(control).toHaveAccessibleDescription(containing(sentence));
  const id = await control.getAttribute('id');
  await expect(summary(page).locator(`a[href="#${id}"]`)).toHaveText(containing(sentence));
}

/** The summary has the focus, the tab says 错误, and every link leads into its field. */
export async function summarised(page: Page, count: number): Promise<void> {
  await expect(summary(page).getByRole('heading')).toHaveText(`还有 ${count} 处需要修改`);
  await expect(summary(page)).toBeFocused();
  await expect(page).toHaveTitle(/^错误：/);
  const links = summary(page).getByRole('link');
  await expect(links).toHaveCount(count);
  const last = links.last();
  const target = (await last.getAttribute('href'))!.slice(1);
  await last.click();
  await expect(page.locator(`[id="${target}"]`)).toBeFocused();
}

const summary = (page: Page) => page.getByRole('alert').filter({ hasText: '处需要修改' });

const containing = (sentence: string | RegExp) =>
  typeof sentence === 'string' ? new RegExp(sentence.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) : sentence;
