import { expect, type Page } from '@playwright/test';
import { codeOf } from './database.ts';
import { cardFiles } from './files.ts';
import type { Person } from './person.ts';
import type { Product } from './server.ts';

/** 注册, through the page, as the guide says. */
export async function register(page: Page, product: Product, person: Person): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: '注册' }).click();
  await page.getByLabel('姓名').fill(person.name);
  await page.getByLabel('身份证号').fill(person.idNumber);
  await page.getByLabel('手机号').fill(person.phone);
  await page.getByRole('button', { name: '获取验证码' }).click();
  await expect(page.getByText(/验证码已发到/)).toBeVisible();
  await page.getByLabel('短信验证码').fill(await codeOf(product, person.phone));
  await page.getByLabel('密码', { exact: true }).fill(person.password);
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: '确认注册' }).click();
  await page.waitForURL('**/home');
}

export async function signIn(page: Page, person: Person): Promise<void> {
  await page.goto('/');
  await page.getByLabel('身份证号或手机号').fill(person.idNumber);
  await page.getByLabel('密码', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.waitForURL('**/home');
}

/** Menu entries are behind a button on phones. Resolves on the page the entry leads to. */
export async function openMenu(page: Page, group: string, item: string): Promise<void> {
  const sheet = page.getByRole('button', { name: '菜单' });
  const menus = page.getByRole('navigation', { name: '主菜单' });
  const before = page.url();
  await expect(sheet.or(menus).filter({ visible: true }).first()).toBeVisible();
  if (await sheet.isVisible()) await sheet.click();
  else await menus.getByRole('button', { name: group }).click();
  await page.getByRole('link', { name: item }).first().click();
  await page.waitForURL((url) => url.href !== before);
}

export async function agreeToNotice(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: '我已阅读并同意《青海省自考考生须知》' }).check();
  await page.getByRole('button', { name: '同意并继续' }).click();
  await expect(page.getByRole('heading', { name: '填写信息' })).toBeVisible();
}

type Upload = { name: string; mimeType: string; buffer: Buffer };

/** Chooses a picture, leaves the blue frame where it is, and saves. `look`: at the open cropper. */
export async function uploadPicture(
  page: Page,
  button: string | RegExp,
  file: Upload,
  look: () => Promise<void> = async () => {},
): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await chooser).setFiles(file);
  await expect(page.getByRole('button', { name: '保存修改' })).toBeVisible();
  await look();
  await page.getByRole('button', { name: '保存修改' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** Everything of 填写信息 with right values. */
export async function fillForm(
  page: Page,
  person: Person,
  { district = '西宁市', look }: { district?: string; look?: () => Promise<void> } = {},
): Promise<void> {
  const cards = await cardFiles(person);
  await page.getByLabel('民族').selectOption({ label: '汉族' });
  await page.getByLabel('政治面貌').selectOption({ label: '群众' });
  await uploadPicture(page, '选择身份证人像面', cards.portrait, look);
  await expect(page.getByAltText('已上传的身份证人像面')).toBeVisible();
  await uploadPicture(page, '选择身份证国徽面', cards.emblem);
  await expect(page.getByAltText('已上传的身份证国徽面')).toBeVisible();
  await page.getByLabel('文化程度').selectOption({ label: '高中' });
  await page.getByLabel('职业').selectOption({ label: '职员' });
  await page.getByLabel('城镇').check();
  await page.getByLabel('户口所在地').selectOption({ label: '城东区' });
  await page.getByRole('combobox', { name: /^考区/ }).selectOption({ label: district });
  await page.getByLabel('通讯地址').fill('西宁市城东区共和路 12 号 3 单元 501');
  await page.getByLabel('邮政编码').fill('810000');
  await page.getByRole('textbox', { name: '紧急联系人', exact: true }).fill('廖四');
  await page.getByLabel('紧急联系人手机号').fill('13997000000');
}

export async function next(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

/** The consent of its own for card and face images. */
export async function consent(page: Page): Promise<void> {
  // A click, not check(): once it is given the box is gone.
  await page.getByRole('checkbox', { name: /我单独同意/ }).click();
  await expect(page.getByRole('heading', { name: '身份证图片和照片的单独同意' })).toBeHidden();
}

/** From 须知 to 照片上传, with the pictures of the person's card. */
export async function fillProfile(page: Page, person: Person, district?: string): Promise<void> {
  await openMenu(page, '报名报考', '基本信息填报');
  await agreeToNotice(page);
  await fillForm(page, person, { ...(district && { district }) });
  await next(page, '下一步');
  await expect(page.getByRole('heading', { name: '信息预览' })).toBeVisible();
  await next(page, '保存信息');
  await expect(page.getByRole('heading', { name: '照片上传' })).toBeVisible();
  await consent(page);
}

export async function submitPhoto(page: Page, file: Upload): Promise<void> {
  await uploadPicture(page, /选择照片/, file);
  await expect(page.getByAltText('已上传的电子照片')).toBeVisible();
  await next(page, '提交验证');
}
