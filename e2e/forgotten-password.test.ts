import { accessible } from './support/axe.ts';
import { register, signIn } from './support/candidate.ts';
import { codeOf } from './support/database.ts';
import { aPerson } from './support/person.ts';
import { expect, test } from './support/test.ts';

test('a forgotten password is set anew by phone, and ends every session @phone', async ({
  page,
  browser,
  product,
}) => {
  const person = aPerson({ name: '李青' });
  const other = await (await browser.newContext({ baseURL: product.url })).newPage();
  await register(other, product, person);

  await page.goto('/');
  await page.getByRole('link', { name: '忘记密码' }).click();
  await accessible(page);
  await page.getByLabel('手机号').fill(person.phone);
  await page.getByRole('button', { name: '获取验证码' }).click();
  await expect(page.getByText(/验证码已发到/)).toBeVisible();
  await page.getByLabel('短信验证码').fill(await codeOf(product, person.phone));
  await page.getByLabel('新密码', { exact: true }).fill('Xin-mima_88');
  await page.getByLabel('再次输入新密码').fill('Xin-mima_89');
  await page.getByRole('button', { name: '确认' }).click();
  await expect(page.getByRole('link', { name: '两次填写的新密码不一样' })).toBeVisible();
  await page.getByLabel('再次输入新密码').fill('Xin-mima_88');
  await page.getByRole('button', { name: '确认' }).click();
  await expect(page.getByText(/新密码/).first()).toBeVisible();

  // The other browser is signed out; the old password is refused, the new one opens.
  await page.goto('/');
  await page.getByLabel('身份证号或手机号').fill(person.phone);
  await page.getByLabel('密码', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByText('账号或密码不正确，请核对后再试。')).toBeVisible();
  await signIn(page, { ...person, password: 'Xin-mima_88' });
  await other.goto('/home');
  await expect(other.getByRole('button', { name: '登录', exact: true })).toBeVisible();
  await other.context().close();
});
