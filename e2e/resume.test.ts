import { agreeToNotice, fillForm, next, openMenu, register, signIn } from './support/candidate.ts';
import { aPerson } from './support/person.ts';
import { expect, test } from './support/test.ts';

test('what was begun on one browser goes on in another, pictures included', async ({
  page,
  browser,
  product,
}) => {
  const person = aPerson({ name: '才旦卓玛' });
  await register(page, product, person);
  await openMenu(page, '报名报考', '基本信息填报');
  await agreeToNotice(page);
  await fillForm(page, person);
  await page.getByLabel('邮政编码').fill('8100');
  await expect(page.getByText(/已保存 \d/)).toBeVisible();
  await page.close();

  const other = await (await browser.newContext({ baseURL: product.url })).newPage();
  await signIn(other, person);
  await openMenu(other, '报名报考', '基本信息填报');
  await expect(other.getByRole('heading', { name: '填写信息' })).toBeVisible();
  await expect(other.getByLabel('通讯地址')).toHaveValue('西宁市城东区共和路 12 号 3 单元 501');
  await expect(other.getByLabel('邮政编码')).toHaveValue('8100');
  await expect(other.getByAltText('已上传的身份证人像面')).toBeVisible();
  await next(other, '下一步');
  await expect(other.getByText('还有 1 处需要修改')).toBeVisible();
  await other.getByLabel('邮政编码').fill('810000');
  await next(other, '下一步');
  await expect(other.getByRole('heading', { name: '信息预览' })).toBeVisible();
  await other.context().close();
});
