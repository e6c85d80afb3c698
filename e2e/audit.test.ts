import { readFile } from 'node:fs/promises';
import { listAccess } from '@zikao/contract/identity';
import { must } from './support/api.ts';
import { accessible } from './support/axe.ts';
import { openCase, signInAsOfficer } from './support/officer.ts';
import { aPerson } from './support/person.ts';
import { filed, newPage, officerPage } from './support/standing.ts';
import { expect, test } from './support/test.ts';

test('an auditor finds who looked at somebody, takes it as a file and holds the file against the chain; the person sees all of it', async ({
  page,
  browser,
  product,
}) => {
  const person = aPerson({ name: '被查看的人' });
  await filed(page, product, person);
  const officer = await officerPage(browser, product);
  await openCase(officer, 'profiles', person.idNumber, person.name);
  await officer.context().close();

  const auditor = await newPage(browser, product);
  await signInAsOfficer(auditor, product, 'auditor');
  await expect(auditor.getByRole('heading', { name: '审计记录' })).toBeVisible();
  await auditor.getByLabel('身份证号、手机号、准考证号，或姓名').fill(person.idNumber);
  await auditor.getByRole('button', { name: '查找', exact: true }).click();
  await auditor.getByRole('button', { name: /^查看记录/ }).click();
  await expect(auditor.getByText(person.name, { exact: true })).toBeVisible();
  await auditor.getByLabel('业务').selectOption('考区审核');
  await auditor.getByLabel('操作', { exact: true }).selectOption('review.getCase');
  await auditor.getByRole('button', { name: '查找记录' }).click();
  const rows = auditor.getByRole('row').filter({ hasText: '审核查看' });
  await expect(rows).toHaveCount(1);
  // Addresses are remembered: no number of a person is in one.
  expect(decodeURIComponent(auditor.url())).toMatch(/person=[0-9a-f-]{36}/);
  expect(decodeURIComponent(auditor.url())).not.toContain(person.idNumber);
  await accessible(auditor);
  await auditor.reload();
  await expect(rows).toHaveCount(1);

  const [file] = await Promise.all([
    auditor.waitForEvent('download'),
    auditor.getByRole('link', { name: /CSV/ }).click(),
  ]);
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toContain('审核查看');
  expect(text).not.toContain(person.idNumber);
  const end = (name: string) => new RegExp(`${name},(\\w+)`).exec(text)![1]!;
  await auditor.getByText('与导出文件核对').click();
  await auditor.getByLabel('链头位置').fill(end('链头位置'));
  await auditor.getByLabel('链头散列').fill(end('链头散列'));
  await auditor.getByRole('button', { name: '校验并核对' }).click();
  await expect(auditor.getByText('与导出文件写明的链头一致', { exact: false })).toBeVisible();
  await accessible(auditor);
  await auditor.context().close();

  const { items } = await must(page, listAccess, { query: { limit: 50 } });
  const what = items.map((entry) => entry.what);
  expect(what).toEqual(
    expect.arrayContaining(['查看了资料', '查找了访问记录', '查看了访问记录', '导出了访问记录']),
  );
  await page.goto('/account');
  const log = page.getByRole('table', { name: '查看记录' });
  await expect(log.getByText('导出了访问记录')).toBeVisible();
});
