import { fillProfile, next, register, submitPhoto, uploadPicture } from './support/candidate.ts';
import { cardFiles, goodPhoto } from './support/files.ts';
import { approve, openCase, settle, signInAsOfficer } from './support/officer.ts';
import { aPerson } from './support/person.ts';
import { expect, test } from './support/test.ts';
import { accessible } from './support/axe.ts';

test('a rejected candidate sees why at the fields, mends exactly those, and is approved', async ({
  page,
  browser,
  product,
}) => {
  const person = aPerson({ name: '马晓梅' });
  await register(page, product, person);
  await fillProfile(page, person, '海东市');
  await submitPhoto(page, await goodPhoto(5));
  await expect(page.getByRole('heading', { name: '报名填报完成' })).toBeVisible();

  const officer = await (await browser.newContext({ baseURL: product.url })).newPage();
  await signInAsOfficer(officer, product, 'haidong');
  await openCase(officer, 'profiles', person.idNumber, person.name);
  await officer.getByRole('button', { name: /^不通过/ }).click();
  for (const field of ['通讯地址', '身份证人像面'])
    await officer.getByRole('group', { name: field }).getByRole('checkbox').first().check();
  await expect(officer.getByText(/请修改后重新提交/)).toBeVisible();
  await accessible(officer);
  await officer.getByRole('button', { name: /确认不通过/ }).click();
  await settle(officer);
  await expect(officer.getByText(`${person.name}：已退回修改`)).toBeVisible();

  await page.reload();
  await expect(page.getByText('审核不通过', { exact: true })).toBeVisible();
  await accessible(page);
  await page.getByRole('link', { name: '去修改' }).click();
  await expect(page.getByText('还有 2 处需要修改')).toBeVisible();
  await accessible(page);
  await page.getByLabel('通讯地址').fill('海东市乐都区碾伯街道滨河北路 8 号');
  await uploadPicture(page, '重新选择身份证人像面', (await cardFiles(person)).portrait);
  await next(page, '下一步');
  await next(page, '保存信息');
  await next(page, '提交验证');
  await expect(page.getByText('考区未审核', { exact: true })).toBeVisible();

  await openCase(officer, 'profiles', person.idNumber, person.name);
  await expect(officer.getByText(/已按退回意见修改/).first()).toBeVisible();
  await expect(officer.getByText('已更换', { exact: true })).toBeVisible();
  await approve(officer);
  await page.reload();
  await expect(page.getByText('审核通过', { exact: true })).toBeVisible();
  await expect(page.getByText(/^0201\d{8}$/)).toBeVisible();
  await page.getByRole('link', { name: '查看/修改报考信息' }).click();
  await expect(page.getByRole('heading', { name: '基本信息' })).toBeVisible();
  await expect(page.getByRole('link', { name: '修改', exact: true })).toBeHidden();
  await officer.context().close();
});
