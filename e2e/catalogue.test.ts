import { accessible, fits } from './support/axe.ts';
import { signInAsOfficer } from './support/officer.ts';
import { expect, test } from './support/test.ts';

const file = (text: string) => ({ name: '课程.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
const COLUMNS = '课程代码,课程名称,学分,实践课程,先修理论课程';

test('the province imports courses after a preview, closes a major to newcomers, and begins a new version of its plan', async ({
  page,
  product,
}) => {
  await signInAsOfficer(page, product, 'province');
  await page.getByRole('link', { name: '专业与计划' }).click();
  await page.getByRole('link', { name: '课程', exact: true }).click();
  await page.getByRole('button', { name: '导入', exact: true }).click();
  const dialog = page.getByRole('dialog');
  const choose = async (text: string) => {
    const chooser = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: /选择文件|换一个文件/ }).click();
    await (await chooser).setFiles(file(text));
  };

  await choose(`${COLUMNS}\n99001,量子力学导论,4,否,\n99002,量子力学导论（实践）,两,是,99009`);
  await expect(dialog.getByRole('row', { name: /第 3 行/ })).toContainText('“两”应为 0 到 30 的数字');
  await expect(dialog.getByRole('button', { name: /确认导入/ })).toBeHidden();
  await accessible(page);

  await choose(`${COLUMNS}\n99001,量子力学导论,4,否,\n99002,量子力学导论（实践）,2,是,99001`);
  await dialog.getByRole('button', { name: '确认导入（新增 2）' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('searchbox').fill('量子力学');
  await page.getByRole('searchbox').press('Enter');
  await expect(page.getByRole('row', { name: /99002/ })).toContainText('99001');
  await accessible(page);

  await page.getByRole('link', { name: '专业', exact: true }).click();
  await page
    .getByRole('row', { name: /030101K/ })
    .getByRole('link')
    .click();
  await page.getByRole('button', { name: '修改专业信息' }).click();
  await dialog.getByLabel(/停止招生日期/).fill('2031-09-01');
  await dialog.getByLabel(/停考过渡截止日期/).fill('2030-12-31');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog.getByRole('alert')).toContainText('不应早于停止招生日期');
  await accessible(page);
  await dialog.getByLabel(/停考过渡截止日期/).fill('2033-12-31');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('2033-12-31')).toBeVisible();

  await page.getByRole('button', { name: '另建新版本' }).click();
  await dialog.getByLabel(/新版本/).fill('2031版');
  await dialog.getByLabel(/执行日期/).fill('2031-09-01');
  await dialog.getByRole('button', { name: '建立新版本' }).click();
  const version = page.getByRole('region', { name: '版本 2031版 课程组 必考' });
  await expect(page.getByRole('heading', { name: '版本 2031版' })).toBeVisible();
  await version.getByRole('button', { name: /新增课程/ }).click();
  await dialog.getByLabel(/课程代码/).fill('99001');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(version).toContainText('量子力学导论');
  await page.setViewportSize({ width: 390, height: 844 });
  await accessible(page);
  await fits(page);
});
