import { expect, test } from './support/test.ts';

test('what is typed before the page knows who is there stays', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  for (const call of ['session', 'site'])
    await page.route(`**/api/v1/${call}`, async (route) => {
      await held;
      await route.continue();
    });
  await page.goto('/');
  await page.getByLabel('身份证号或手机号').fill('13997000000');
  await page.getByLabel('密码', { exact: true }).fill('Hua-hai_2027');
  const known = page.waitForResponse('**/api/v1/site');
  release();
  await known;
  await expect(page.getByRole('heading', { name: '通知公告' })).toBeVisible();
  await expect(page.getByLabel('身份证号或手机号')).toHaveValue('13997000000');
  await expect(page.getByLabel('密码', { exact: true })).toHaveValue('Hua-hai_2027');
});
