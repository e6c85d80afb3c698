import type { Page } from '@playwright/test';
import { getEnrolment } from '@zikao/contract/enrolments';
import { must } from './support/api.ts';
import { accessible } from './support/axe.ts';
import { next } from './support/candidate.ts';
import { closingOf, moveClock, onDatabase } from './support/database.ts';
import { openCase } from './support/officer.ts';
import { aPerson, type Person } from './support/person.ts';
import type { Product } from './support/server.ts';
import { approved, draftEnrolment, enrolled, filed, officerPage } from './support/standing.ts';
import { expect, test } from './support/test.ts';

test.afterEach(({ product }) => moveClock(product));

test('an enrolment can be changed until the deadline, and not one second after', async ({
  page,
  browser,
  product,
}) => {
  const person = aPerson({ name: '祁连生' });
  const officer = await officerPage(browser, product);
  await filed(page, product, person);
  await approved(officer, 'profiles', person);
  await enrolled(page);
  await approved(officer, 'enrolments', person);
  const closing = await closingOf(product, 'enrolment');
  await moveClock(product, new Date(closing.getTime() - 60 * 60_000));

  await page.goto('/enrolment');
  await expect(page.getByText('报考成功', { exact: true }).first()).toBeVisible();
  await page.getByRole('button', { name: '修改报考信息' }).click();
  const [first, second] = [slot(page, 0), slot(page, 1)];
  const before = await nameOf(first.getByRole('checkbox', { checked: true }));

  // Two courses of one half-day: both are named, the new one stays.
  const other = first.getByRole('checkbox', { checked: false }).first();
  const after = await nameOf(other);
  await other.check();
  await expect(page.getByText(`《${before}》和《${after}》在同一个半天考试`)).toBeVisible();
  await expect(first.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await expect(page.getByText(/已选 1 门/)).toBeVisible();
  await accessible(page);

  // The courses of other majors come on demand, and say that they are.
  const own = await second.getByRole('checkbox').count();
  await page.getByRole('button', { name: '显示全部开考课程' }).click();
  const foreign = second.getByRole('checkbox', { name: /其他专业/ }).first();
  await expect(foreign).toBeVisible();
  expect(await second.getByRole('checkbox').count()).toBeGreaterThan(own);
  await accessible(page);
  await foreign.check();

  await next(page, '下一步');
  await next(page, '提交');
  await expect(page.getByText('待审核', { exact: true })).toBeVisible();
  await expect(page.getByText(/第 2 次提交/)).toBeVisible();
  await openCase(officer, 'enrolments', person.idNumber, person.name);
  await expect(officer.getByText('第 2 次提交')).toBeVisible();
  await expect(officer.getByText(/与上次提交相比有 \d 处不同/)).toBeVisible();
  await approved(officer, 'enrolments', person);

  // The preview is open when the time is over.
  await page.reload();
  await page.getByRole('button', { name: '修改报考信息' }).click();
  await slot(page, 2).getByRole('checkbox').first().check();
  await next(page, '下一步');
  await expect(page.getByRole('heading', { name: '报考信息预览' })).toBeVisible();
  await expect(page.getByRole('button', { name: '提交', exact: true })).toBeEnabled();
  await moveClock(product, new Date(closing.getTime() + 1000));
  await next(page, '提交');
  await expect(page.getByText('现在不在报考时间内')).toBeVisible();
  await expect(page.getByText(/已于.*截止/)).toBeVisible();
  await expect(page.getByText('报考成功', { exact: true }).first()).toBeVisible();
  await expect(page.getByText(/第 2 次提交/)).toBeVisible();
  await expect(page.getByText('您有修改没有提交，仍以最后一次提交的报考信息为准。')).toBeVisible();
  await expect(page.getByRole('button', { name: '修改报考信息' })).toBeHidden();
  await accessible(page);

  const { enrolment } = await must(page, getEnrolment);
  expect(enrolment!.submission!.no).toBe(2);
  expect(enrolment!.answers['courses']).toHaveLength(3);
  expect(await submissions(product, person)).toBe(2);
  await officer.context().close();
});

test('two tabs submit at once: one enrolment, and the slower one is told so', async ({
  page,
  browser,
  product,
}) => {
  const person = aPerson({ name: '祁连玉' });
  const officer = await officerPage(browser, product);
  await filed(page, product, person);
  await approved(officer, 'profiles', person);
  await officer.context().close();
  await draftEnrolment(page);
  const other = await page.context().newPage();
  for (const tab of [page, other]) {
    await tab.goto('/enrolment/preview');
    await expect(tab.getByRole('button', { name: '提交', exact: true })).toBeEnabled();
  }
  await Promise.all([next(page, '提交'), next(other, '提交')]);

  for (const tab of [page, other])
    await expect(
      tab.getByText('待审核', { exact: true }).or(tab.getByText(/已在另一个窗口或设备上修改/)),
    ).toBeVisible();
  expect(await submissions(product, person)).toBe(1);
  for (const tab of [page, other]) {
    await tab.goto('/enrolment');
    await expect(tab.getByText('待审核', { exact: true })).toBeVisible();
    await expect(tab.getByText(/第 1 次提交/)).toBeVisible();
  }
});

const slot = (page: Page, nth: number) =>
  page.getByRole('group', { name: '选择课程' }).getByRole('region').nth(nth);

/** 中国近现代史纲要, of a row that also tells code and credits. */
async function nameOf(box: ReturnType<Page['getByRole']>): Promise<string> {
  return box.evaluate((input) => {
    const row = input.nextElementSibling!.cloneNode(true) as HTMLElement;
    for (const part of row.querySelectorAll('small, .num')) part.remove();
    return row.textContent.trim();
  });
}

async function submissions(product: Product, { name }: Person): Promise<number> {
  const rows = await onDatabase(
    product,
    `select s.no from enrolment_submissions s join enrolments e on e.id = s.enrolment
       join accounts a on a.id = e.candidate where a.name = $1`,
    [name],
  );
  return rows.length;
}
