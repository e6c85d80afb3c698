import { accessible, fits } from './support/axe.ts';
import { addColleague } from './support/officer.ts';
import { aPerson } from './support/person.ts';
import { approved, filed, newPage, officerPage } from './support/standing.ts';
import { expect, test } from './support/test.ts';

/** A district no other journey files in. */
const DISTRICT = { code: '632700', name: '玉树州', officer: 'yushu' };

test('the province looks at its board, draws a sample; a colleague looks again without knowing, by keys; both are compared', async ({
  browser,
  product,
}) => {
  const person = aPerson({ name: '尼玛·才仁' });
  const candidate = await newPage(browser, product);
  await filed(candidate, product, person, DISTRICT.code);
  await candidate.context().close();
  const first = await officerPage(browser, product, DISTRICT.officer);
  await approved(first, 'profiles', person);

  // From all districts to one, to its list.
  const province = await officerPage(browser, product, 'province');
  await province.goto('/admin/board');
  await expect(province.getByRole('img', { name: /^待审的柱状图/ })).toBeVisible();
  await accessible(province);
  await province.getByLabel('时间').selectOption('今天');
  await expect(province).toHaveURL(/period=today/);
  await province.getByRole('link', { name: DISTRICT.name }).press('Enter');
  await expect(province.getByRole('heading', { level: 1, name: `${DISTRICT.name}考区的看板` })).toBeFocused();
  await expect(province).toHaveURL(/board\/632700\?period=today/);
  await accessible(province);
  const queue = province.getByRole('row', { name: /^基本信息/ });
  await queue.getByRole('link', { name: '1', exact: true }).press('Enter');
  await expect(province).toHaveURL(/profiles\?state=approved&district=632700/);
  await expect(province.getByRole('link', { name: /尼玛·才仁/ })).toBeVisible();

  await first.goto('/admin/board');
  await expect(first.getByText('您的账号不能查看这一页')).toBeVisible();

  await province.goto('/admin/spot-checks');
  await accessible(province);
  await province.getByLabel('考区').selectOption(DISTRICT.name);
  await province.getByLabel('数量').fill('0');
  await province.getByRole('button', { name: '抽取', exact: true }).click();
  await expect(province.getByLabel('数量')).toHaveAccessibleDescription(/至少抽取 1 件/);
  await province.getByLabel('数量').fill('5');
  await province.getByLabel('由谁复查').selectOption('原考区的其他工作人员');
  await province.getByRole('button', { name: '抽取', exact: true }).click();
  await expect(province.getByRole('heading', { level: 1, name: '复查结果' })).toBeVisible();
  await expect(province.getByText('还没有复查过')).toBeVisible();

  // Not to whoever decided; to a colleague, and nothing of what was decided with it.
  await first.goto('/admin/spot-check-work');
  await expect(first.getByText('没有等待您复查的')).toBeVisible();
  const second = await officerPage(
    browser,
    product,
    await addColleague(product, DISTRICT.officer, '玉树第二位'),
  );
  await expect(second.getByRole('link', { name: /^复查\s*1$/ })).toBeVisible();
  await second.goto('/admin/spot-check-work');
  await expect(second.getByText('1 件等待复查')).toBeVisible();
  await accessible(second);
  await second.keyboard.press('n');
  await expect(second.getByRole('heading', { level: 1, name: '复查基本信息' })).toBeVisible();
  await expect(second.getByText(/您正在复查/)).toBeVisible();
  await expect(second.getByRole('img', { name: '考生的电子照片' })).toBeVisible();
  const main = second.getByRole('main');
  await expect(main).toContainText(person.idNumber);
  await expect(main).not.toContainText(/审核通过|准考证号|玉树州考区工作人员/);
  await accessible(second);
  await second.setViewportSize({ width: 390, height: 844 });
  await fits(second);
  await second.setViewportSize({ width: 1280, height: 800 });
  await second.keyboard.press('x');
  await second.keyboard.press('1');
  await expect(second.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await accessible(second);
  await second.keyboard.press('x');
  await expect(second.getByText('您已复查 1 件')).toBeVisible();

  await province.reload();
  const apart = province.getByRole('region', { name: '两次决定不同的 1 件' });
  await expect(apart.getByText('不通过', { exact: true })).toBeVisible();
  await expect(apart).toContainText('玉树第二位');
  await accessible(province);
  await fits(province);
  await apart.getByRole('link', { name: '打开这一件' }).press('Enter');
  await expect(province.getByRole('heading', { level: 1, name: '尼玛·才仁' })).toBeVisible();
  for (const page of [first, second, province]) await page.context().close();
});
