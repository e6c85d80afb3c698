import { accessible } from './support/axe.ts';
import { register, uploadPicture } from './support/candidate.ts';
import { cardFiles } from './support/files.ts';
import { aPerson } from './support/person.ts';
import { agreed } from './support/standing.ts';
import { expect, test } from './support/test.ts';

test('the card is read with consent only, and fills in only what is accepted', async ({ page, product }) => {
  const person = aPerson({ name: '王建国' });
  await register(page, product, person);
  await agreed(page);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/card-reading')) asked.push(request.method());
  });
  await page.goto('/profile/form');
  await page.getByLabel('通讯地址').fill('西宁市城西区五四大街 1 号');
  await uploadPicture(page, '选择身份证人像面', (await cardFiles(person)).portrait);

  // Refused: nothing is read, nothing is lost, and the mind may be changed.
  const offer = page.getByRole('region', { name: '从身份证读取' });
  await expect(offer).toBeVisible();
  await accessible(page);
  await offer.getByRole('button', { name: '不同意，自己填写' }).click();
  await expect(offer).toBeHidden();
  expect(asked).toEqual([]);
  await page.getByRole('button', { name: '从身份证读取姓名、民族、住址' }).click();
  await offer.getByRole('checkbox', { name: /我单独同意/ }).click();

  // The name is as it was registered: only what differs is offered, beside what is there.
  await expect(offer.getByText('有 2 处不同')).toBeVisible({ timeout: 30_000 });
  const [nation, address] = ['民族', '通讯地址'].map((label) =>
    offer.getByRole('listitem').filter({ hasText: label }),
  );
  await expect(nation!).toContainText('汉族');
  await expect(address!).toContainText('西宁市城西区五四大街 1 号');
  await expect(address!).toContainText('青海省西宁市城东区共和路12号');
  await expect(page.getByRole('combobox', { name: /^民族/ })).toHaveValue('');
  await accessible(page);

  await nation!.getByRole('button', { name: /^采用/ }).click();
  await expect(page.getByRole('combobox', { name: /^民族/ })).toHaveValue('01');
  await expect(page.getByLabel('通讯地址')).toHaveValue('西宁市城西区五四大街 1 号');
  await expect(offer.getByRole('status')).toContainText('已填入民族：汉族');
  await expect(page.getByText(/已保存 \d/)).toBeVisible();

  // Put away, the rest does not come back by itself.
  await offer.getByRole('button', { name: '都不采用，收起' }).click();
  await page.reload();
  await expect(page.getByRole('combobox', { name: /^民族/ })).toHaveValue('01');
  await expect(page.getByLabel('通讯地址')).toHaveValue('西宁市城西区五四大街 1 号');
  await expect(page.getByRole('button', { name: '从身份证读取姓名、民族、住址' })).toBeVisible();
  await expect(offer).toBeHidden();
});
