import { accessible, fits } from './support/axe.ts';
import { signInAsOfficer } from './support/officer.ts';
import { expect, test } from './support/test.ts';

test('the province moves a deadline, gives a district its own, and prepares the next session', async ({
  page,
  product,
}) => {
  await signInAsOfficer(page, product, 'province');
  await page.getByRole('link', { name: '考次与时间' }).click();
  await page.getByRole('rowheader').getByRole('link').first().click();
  await expect(page.getByText('没有未保存的修改')).toBeVisible();

  const closes = page.getByLabel('注册报名，全省，截止');
  const before = await closes.inputValue();
  await closes.fill('2020-01-01T00:00');
  await page.getByRole('button', { name: '保存场次与时间' }).click();
  await expect(page.getByRole('alert')).toContainText('注册报名的截止时间应晚于开始时间');
  await closes.fill(before);

  await page.getByRole('button', { name: /增加考区例外.*注册报名/ }).click();
  await page.getByRole('combobox', { name: '考区' }).selectOption({ label: '格尔木市' });
  await page.getByLabel('注册报名，考区例外，截止').fill(before.replace(/T.*/, 'T23:30'));
  await accessible(page);
  await page.getByRole('button', { name: '保存场次与时间' }).click();
  await expect(page.getByText('没有未保存的修改')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('注册报名，考区例外，截止')).toHaveValue(before.replace(/T.*/, 'T23:30'));

  // Journeys share the product, so the next session is made ready here and not made the current one.
  await page.getByRole('link', { name: '全部考次' }).click();
  await accessible(page);
  await page.getByRole('button', { name: '新建考次' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /考次$/ })).toBeVisible();
  await expect(page.getByText('准备中')).toBeVisible();
  await page.getByRole('button', { name: '设为当前考次' }).click();
  await expect(page.getByRole('dialog')).toContainText('考生看到的考次');
  await page.getByRole('button', { name: '关闭' }).click();
  await page.setViewportSize({ width: 390, height: 844 });
  await accessible(page);
  await fits(page);
});
