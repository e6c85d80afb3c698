import type { Page } from '@playwright/test';
import { accessible } from './support/axe.ts';
import { onDatabase } from './support/database.ts';
import { aPerson } from './support/person.ts';
import { summarised } from './support/said.ts';
import { filed, newPage, officerPage } from './support/standing.ts';
import { expect, test } from './support/test.ts';

const NAME = '旦增·李毛措';
const USERNAME = 'haidong-li';
const OWN = 'Huangshui-2027';

test('工作人员: an officer is made, chooses a password, moves to another district, loses the authenticator, leaves', async ({
  page,
  product,
  browser,
}) => {
  const person = aPerson({ name: '只在西宁' });
  await filed(page, product, person);
  const province = await officerPage(browser, product, 'province');
  const password = await made(province);

  // The temporary password opens the choice of another, and nothing else.
  const officer = await newPage(browser, product);
  await signIn(officer, password);
  await expect(officer.getByRole('heading', { name: '请换成自己的密码' })).toBeVisible();
  await expect(officer.getByLabel('新密码', { exact: true })).toBeFocused();
  await accessible(officer);
  await officer.goto('/admin/profiles');
  await expect(officer.getByRole('heading', { name: '请换成自己的密码' })).toBeVisible();
  await officer.getByLabel('新密码', { exact: true }).fill(OWN);
  await officer.getByLabel('再次输入新密码').fill(OWN);
  await officer.keyboard.press('Enter');
  await officer.waitForURL(/\/admin\/profiles/);
  await expect(officer.getByText('海东市考区').first()).toBeVisible();
  const look = async () => {
    await officer.getByRole('searchbox').fill(person.idNumber);
    await officer.getByRole('searchbox').press('Enter');
  };
  const theirs = officer.getByRole('link', { name: new RegExp(person.name) });
  await look();
  await expect(officer).toHaveURL(/search=/);
  await expect(officer.getByText('正在加载')).toHaveCount(0);
  await expect(theirs).toHaveCount(0);

  // Another district: signed out, told why, and at work there.
  await province.getByRole('link', { name: NAME }).press('Enter');
  await expect(province.getByRole('row', { name: /Chrome/ })).toBeVisible();
  await accessible(province);
  await act(province, '修改账号', async (dialog) => {
    await dialog.getByLabel('考区').selectOption('西宁市');
  });
  await expect(province.getByText('现在没有登录')).toBeVisible();
  await endedAs(officer, '账号有变动，请重新登录', '重新登录');
  await accessible(officer);
  await signIn(officer, OWN);
  await officer.waitForURL(/\/admin\/profiles/);
  await look();
  await expect(theirs.first()).toBeVisible();

  await onDatabase(product, 'update accounts set totp_confirmed = true where username = $1', [USERNAME]);
  await province.reload();
  await act(province, '重置动态口令');
  await expect(province.getByRole('button', { name: '重置动态口令' })).toHaveCount(0);
  await endedAs(officer, '账号有变动，请重新登录', '重新登录');
  await signIn(officer, OWN);
  await officer.waitForURL(/\/admin\/profiles/);

  await act(province, '停用账号');
  await expect(province.getByText('已停用', { exact: true })).toBeVisible();
  await endedAs(officer, '账号已经停用', '回到登录页');
  await signIn(officer, OWN);
  await expect(officer.getByText('这个账号已经停用，请联系省考办。')).toBeVisible();
  await accessible(officer);

  // Nobody deals with their own account.
  await province.getByRole('link', { name: '回到工作人员' }).press('Enter');
  await province.getByRole('tab', { name: /在用/ }).press('ArrowRight');
  await expect(province.getByRole('row', { name: new RegExp(NAME) })).toBeVisible();
  await province.getByRole('tab', { name: /已停用/ }).press('ArrowLeft');
  const self = province.getByRole('row', { name: /您自己/ });
  await self.getByRole('link').press('Enter');
  await expect(province.getByText('这是您自己的账号')).toBeVisible();
  await expect(province.getByRole('button', { name: '停用账号' })).toHaveCount(0);
  await accessible(province);
});

/** A new officer of 海东市, by keys; the temporary password, told once. */
async function made(province: Page): Promise<string> {
  await province.getByRole('link', { name: '工作人员', exact: true }).press('Enter');
  await accessible(province);
  await province.getByRole('button', { name: '新建账号' }).press('Enter');
  const dialog = province.getByRole('dialog');
  await dialog.getByRole('button', { name: '新建账号' }).press('Enter');
  await summarised(province, 4);
  await dialog.getByLabel('姓名').fill(NAME);
  await dialog.getByLabel('登录名').fill(USERNAME);
  await dialog.getByLabel('角色').selectOption('考区工作人员');
  await dialog.getByLabel('考区').selectOption('海东市');
  await accessible(province);
  await dialog.getByLabel('原因').fill('新到岗，海东市考区报备');
  await province.keyboard.press('Enter');
  await expect(dialog.getByText(USERNAME)).toBeVisible();
  await accessible(province);
  const password = await dialog.getByRole('code').innerText();
  await province.keyboard.press('Escape');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: '已转交，关闭' }).press('Enter');
  await expect(dialog).toBeHidden();
  return password;
}

async function signIn(officer: Page, password: string): Promise<void> {
  await officer.goto('/admin/sign-in');
  await officer.getByLabel('账号').fill(USERNAME);
  await officer.getByLabel('密码', { exact: true }).fill(password);
  await officer.keyboard.press('Enter');
}

/** Something of an account's page, with a reason. */
async function act(
  province: Page,
  title: string,
  fill?: (dialog: ReturnType<Page['getByRole']>) => Promise<unknown>,
) {
  await province.getByRole('button', { name: title }).press('Enter');
  const dialog = province.getByRole('dialog');
  await fill?.(dialog);
  await dialog.getByLabel('原因').fill('本人来电，已核实');
  await accessible(province);
  await dialog.getByRole('button', { name: /^确认/ }).press('Enter');
  await expect(dialog).toBeHidden();
}

/** At the next thing they do they are told how it ended, and again on the page to sign in. */
async function endedAs(officer: Page, title: string, button: string): Promise<void> {
  await officer
    .getByRole('link', { name: /报考信息/ })
    .first()
    .click();
  const dialog = officer.getByRole('dialog', { name: title });
  await expect(dialog).toBeVisible();
  await accessible(officer);
  await dialog.getByRole('button', { name: button }).press('Enter');
  await expect(officer.getByText(title)).toBeVisible();
}
