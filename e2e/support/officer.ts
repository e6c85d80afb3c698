import { expect, type Page } from '@playwright/test';
import { onDatabase } from './database.ts';
import type { Product } from './server.ts';

/** The demo password, as the product prints it at its first start; a colleague has the same. */
export function staffPassword(product: Product, username: string): string {
  const line = product
    .log()
    .split('\n')
    .find((text) => text.trim().startsWith(`${username.replace(/-2$/, '')} `));
  return line!.trim().split(/\s+/)[1]!.split('　')[0]!;
}

export async function signInAsOfficer(page: Page, product: Product, username = 'xining'): Promise<void> {
  await page.goto('/admin/sign-in');
  await page.getByLabel('账号').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(staffPassword(product, username));
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL(/\/admin(?!\/sign-in)/);
}

/** Another officer of the same district, with the same password. */
export async function addColleague(product: Product, username: string, name: string): Promise<string> {
  const colleague = `${username}-2`;
  await onDatabase(
    product,
    `insert into accounts (role, name, district, username, password_hash)
     select role, $2, district, $3, password_hash from accounts where username = $1
     on conflict do nothing`,
    [username, name, colleague],
  );
  return colleague;
}

/** Finds somebody's case by ID number and opens it. */
export async function openCase(page: Page, queue: string, idNumber: string, name: string) {
  await page.goto(`/admin/${queue}`);
  await page.getByRole('searchbox').fill(idNumber);
  await page.getByRole('searchbox').press('Enter');
  await page
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: new RegExp(name) })).toBeVisible();
}

/** 通过 and 立即生效. Resolves when it is decided: the candidate may look then. */
export async function approve(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /通过并下一个/ })
    .first()
    .click();
  await settle(page);
}

/** Lets the decision just taken have its effect now instead of in a few seconds. */
export async function settle(page: Page): Promise<void> {
  const settled = page.waitForResponse(/\/effect$/);
  await page.getByRole('button', { name: /立即生效/ }).click();
  expect((await settled).ok()).toBe(true);
}
