import type { Browser, Page } from '@playwright/test';
import { accessible, fits } from './support/axe.ts';
import {
  agreeToNotice,
  consent,
  fillForm,
  next,
  openMenu,
  register,
  uploadPicture,
} from './support/candidate.ts';
import { goodPhoto } from './support/files.ts';
import { approve, openCase, signInAsOfficer } from './support/officer.ts';
import { aPerson } from './support/person.ts';
import { picture } from './support/picture.ts';
import { expect, test } from './support/test.ts';

test('a new candidate comes from 注册 to 报考成功 @phone', async ({ page, browser, product }, info) => {
  const person = aPerson({ name: info.project.name === 'phone' ? '卓玛·才让拉姆' : '廖三' });
  const look = async (name?: string) => {
    await accessible(page);
    await fits(page);
    if (name) await picture(page, info, name);
  };

  await page.goto('/');
  await expect(page.getByRole('button', { name: '登录', exact: true })).toBeVisible();
  await look('sign-in');
  await register(page, product, person);
  await look();

  await openMenu(page, '报名报考', '基本信息填报');
  await look();
  await agreeToNotice(page);
  await look();
  await fillForm(page, person, {
    look: async () => {
      await accessible(page);
      await picture(page, info, 'id-card');
    },
  });
  await look();
  await next(page, '下一步');
  await expect(page.getByRole('heading', { name: '信息预览' })).toBeVisible();
  await look();
  await next(page, '保存信息');
  await expect(page.getByRole('heading', { name: '照片上传' })).toBeVisible();
  await uploadPicture(page, /选择照片/, await goodPhoto());
  await expect(page.getByAltText('已上传的电子照片')).toBeVisible();
  await next(page, '提交验证');
  await expect(page.getByRole('link', { name: /请先勾选单独同意/ })).toBeVisible();
  await look();
  await consent(page);
  await look('photo');
  await next(page, '提交验证');
  await expect(page.getByRole('heading', { name: '报名填报完成' })).toBeVisible();
  await expect(page.getByText('验证通过', { exact: true })).toBeVisible();
  await expect(page.getByText('考区未审核', { exact: true })).toBeVisible();
  await look();

  const officer = await deskOf(browser, product.url);
  await signInAsOfficer(officer, product);
  await openCase(officer, 'profiles', person.idNumber, person.name);
  if (info.project.name === 'desktop') await picture(officer, info, 'review');
  await accessible(officer);
  await approve(officer);
  await expect(officer.getByText(/准考证号/).first()).toBeVisible();

  await page.goto('/home');
  await expect(page.getByText(/0101\d{8}/).first()).toBeVisible();
  await look('home');
  await openMenu(page, '报名报考', '报考信息填报');
  await look();
  await page.getByRole('button', { name: '我要报考' }).click();
  await page.getByRole('checkbox', { name: '我已阅读并知晓报考简章相关内容及注意事项' }).check();
  await look();
  await next(page, '下一步');
  await page.getByLabel('报考考区').selectOption({ label: '西宁市' });
  await page.getByLabel('专业').selectOption({ value: '050101' });
  const slots = page.getByRole('group', { name: '选择课程' }).getByRole('region');
  await slots.nth(0).getByRole('checkbox').first().check();
  await slots.nth(1).getByRole('checkbox').first().check();
  await expect(page.getByText(/已选 2 门/)).toBeVisible();
  await look('enrolment');
  await next(page, '下一步');
  await expect(page.getByRole('heading', { name: '报考信息预览' })).toBeVisible();
  await look();
  await next(page, '提交');
  await expect(page.getByText('待审核', { exact: true })).toBeVisible();
  await look();

  await openCase(officer, 'enrolments', person.idNumber, person.name);
  await accessible(officer);
  await approve(officer);
  await page.reload();
  await expect(page.getByText('报考成功', { exact: true }).first()).toBeVisible();
  await officer.context().close();

  // The outbox of the demo writes SMS into the log on purpose; nothing else may name the person.
  const log = product
    .log()
    .split('\n')
    .filter((line) => !line.includes('短信'));
  for (const secret of [person.idNumber, person.phone, person.password])
    expect(log.filter((line) => line.includes(secret))).toEqual([]);

  await page.goto('/messages');
  await expect(page.getByText(/报考成功/).first()).toBeVisible();
  await look();
});

async function deskOf(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 1280, height: 900 },
    locale: 'zh-CN',
  });
  return context.newPage();
}
