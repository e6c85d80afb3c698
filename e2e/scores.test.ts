import { type Page } from '@playwright/test';
import { accessible, fits } from './support/axe.ts';
import { register } from './support/candidate.ts';
import { onDatabase } from './support/database.ts';
import { signInAsOfficer } from './support/officer.ts';
import { aPerson } from './support/person.ts';
import type { Product } from './support/server.ts';
import { dbfFile, type SheetFile, xlsxFile } from './support/sheets.ts';
import { newPage } from './support/standing.ts';
import { expect, test } from './support/test.ts';

/** Journeys share the product: a session that nobody else has scores in. */
const PAST = '2025-10';
const NUMBERS = ['010126200901', '010126200902', '010126200903'];
const [THEORY, OTHER] = ['00037', '03709'];

/** Three candidates who sat two courses in a past session; the first of them is the given person, whose name nobody else has. */
async function sat(product: Product, name: string): Promise<void> {
  await onDatabase(
    product,
    `insert into exam_sessions (id, name, year, month) values ($1, '2025 年 10 月', 2025, 10) on conflict do nothing`,
    [PAST],
  );
  await onDatabase(
    product,
    `insert into accounts (role, name, id_number_index, phone_index, password_hash)
     select 'candidate', n, sha256(('s' || n)::bytea), sha256(('t' || n)::bytea), 'x'
     from (values ('德吉央宗'), ('多杰·才让旺姆')) v(n)`,
  );
  await onDatabase(
    product,
    `with people as (
       select id, id_number_index, row_number() over (order by name <> $1, name) as no from accounts
       where name in ($1, '德吉央宗', '多杰·才让旺姆')),
     numbers as (
       insert into admission_numbers (number, candidate, id_number_index, district, origin)
       select ($2::text[])[no], id, id_number_index, '630100', 'issued' from people),
     enrolled as (
       insert into enrolments (candidate, session, state, district, submission)
       select id, $3, 'approved', '630100', 1 from people returning id)
     insert into sittings (enrolment, slot, course)
     select id, slot, course from enrolled, (values ('1', $4::text), ('2', $5::text)) v(slot, course)`,
    [name, NUMBERS, PAST, THEORY, OTHER],
  );
}

async function upload(page: Page, file: SheetFile): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '选择文件' }).click();
  await (await chooser).setFiles(file);
  await expect(page.getByText('待对应列')).toBeVisible();
}

test('scores from a GBK DBF and a workbook are checked, accepted, and come out when a second person confirms', async ({
  browser,
  page,
  product,
}) => {
  const person = aPerson({ name: '索南·扎西多杰' });
  const candidate = await newPage(browser, product);
  await register(candidate, product, person);
  await sat(product, person.name);

  await signInAsOfficer(page, product, 'province');
  await page.getByRole('link', { name: '成绩管理' }).click();
  await page.getByRole('link', { name: '2025 年 10 月' }).click();
  await accessible(page);

  const rows = [
    [NUMBERS[0]!, person.name, THEORY!, '78'],
    [NUMBERS[0]!, person.name, OTHER!, '缺考'],
    [NUMBERS[1]!, '别人', THEORY!, '61'],
    ['010126299999', '', THEORY!, '700'],
  ];
  await upload(page, dbfFile('CJ.DBF', ['KSH', 'XM', 'KCDM', 'CJ'], rows));
  await expect(page.getByLabel('姓名')).toHaveValue('1');
  await accessible(page);
  await page.getByRole('button', { name: '开始检查' }).click();
  await expect(page.getByText('共 4 行，可以采用 2 行，有问题 2 行')).toBeVisible();
  await expect(page.getByRole('row', { name: /第 3 行/ })).toContainText('“XM”列：姓名与考生档案不一致');
  await expect(page.getByRole('row', { name: /第 4 行/ })).toContainText('没有这个准考证号');
  await accessible(page);
  await page.getByLabel(/有问题的 2 行不采用/).check();
  await page.getByRole('button', { name: '采用 2 行' }).click();
  await expect(page.getByText('已采用', { exact: true })).toBeVisible();

  await page.getByRole('link', { name: '全部批次' }).click();
  await upload(
    page,
    xlsxFile('补录.xlsx', [
      ['准考证号', '课程代码', '成绩', '标记'],
      [NUMBERS[1]!, THEORY!, '61', ''],
      [NUMBERS[1]!, OTHER!, '0', '违纪'],
      [NUMBERS[2]!, THEORY!, '45', '正常'],
    ]),
  );
  await page.getByRole('button', { name: '开始检查' }).click();
  await page.getByRole('button', { name: '采用 3 行' }).click();
  await page.getByRole('link', { name: '全部批次' }).click();

  await page.getByRole('tab', { name: '统计' }).click();
  await expect(page.getByRole('row', { name: new RegExp(THEORY!) })).toContainText('66.7%');
  await accessible(page);
  await page.getByRole('tab', { name: '缺少的成绩' }).click();
  await expect(page.getByRole('row', { name: new RegExp(NUMBERS[2]!) })).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  for (const view of ['缺少的成绩', '统计', '批次与公布']) {
    await page.getByRole('tab', { name: view }).click();
    await accessible(page);
    await fits(page);
  }
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.getByRole('button', { name: '提出公布' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '提出公布 5 条成绩' }).click();
  await expect(page.getByText('提出人不能确认自己提出的公布')).toBeVisible();
  await expect(page.getByRole('button', { name: '确认公布' })).toHaveCount(0);

  const second = await newPage(browser, product);
  await signInAsOfficer(second, product, 'province2');
  await second.goto(`/admin/scores/${PAST}`);
  await second.getByRole('button', { name: '确认公布' }).click();
  await accessible(second);
  await second.getByRole('button', { name: '确认公布 5 条成绩' }).click();
  await expect(second.getByText(/已公布 5 条/).first()).toBeVisible();

  await candidate.goto('/query/scores');
  await expect(candidate.getByRole('row', { name: new RegExp(THEORY!) })).toContainText('78');
  await expect(candidate.getByRole('row', { name: new RegExp(OTHER!) })).toContainText('缺考');
  await candidate.goto('/messages');
  await expect(candidate.getByText('成绩已公布').first()).toBeVisible();
});
