import { accessible, fits } from './support/axe.ts';
import { openMenu, register } from './support/candidate.ts';
import { onDatabase } from './support/database.ts';
import { aPerson } from './support/person.ts';
import { atDouble } from './support/quiet.ts';
import type { Product } from './support/server.ts';
import { expect, test } from './support/test.ts';

const NUMBER = '010119100231';

/** A 考籍 from before, with an exemption that was taken back, and scores that came out just now. */
async function aHistory(product: Product, name: string): Promise<void> {
  await onDatabase(
    product,
    `with me as (select id, id_number_index from accounts where name = $1),
      n as (insert into admission_numbers (number, candidate, id_number_index, district, origin)
        select $2, id, id_number_index, '630100', 'imported' from me returning number),
      e as (insert into record_entries (admission_number, course, kind, score, "when", origin)
        select number, c, k, s, '2025 年 10 月', o from n, (values
          ('00037', 'passed', '71', 'imported'), ('13000', 'exempted', null, 'exemption'),
          ('02334', 'practice', '良好', 'practice')) as v(c, k, s, o) returning id, course, admission_number)
    insert into record_entries (admission_number, course, kind, "when", origin, reverses, reason)
      select admission_number, course, 'reversal', '2025 年 10 月', 'exemption', id, '所交证书经核查无效'
        from e where course = '13000'`,
    [name, NUMBER],
  );
  await onDatabase(
    product,
    `insert into exam_sessions (id, name, year, month) values ('2026-10', '2026 年 10 月', 2026, 10)
       on conflict do nothing;
     insert into score_publications values ('2026-10', app_now()) on conflict do nothing;
     insert into windows (session, function, opens_at, closes_at)
       values ('2026-10', 'recheck', app_now(), app_now() + interval '3 days') on conflict do nothing`,
  );
  await onDatabase(
    product,
    `insert into scores (session, candidate, course, number, mark, passed, published_at)
     select '2026-10', id, c, n, m, p, app_now() from accounts, (values
       ('00540', 58, null, false), ('00541', null, 'absent', false), ('00536', 91, null, true)) as v(c, n, m, p)
     where name = $1`,
    [name],
  );
}

test('合格成绩 and 成绩查询: what counts, what was taken back and why, until when scores can be questioned @phone', async ({
  page,
  product,
}) => {
  const person = aPerson({ name: '卓玛·才让措' });
  await register(page, product, person);
  await openMenu(page, '查询', '成绩查询');
  // Journeys share the product: another one may have published this session's scores already.
  await expect(page.getByText(/本次考试的成绩还没有公布|您没有.*考试的成绩/)).toBeVisible();
  await aHistory(product, person.name);
  await page.reload();

  await openMenu(page, '查询', '合格成绩');
  await expect(page.getByRole('heading', { name: '共 2 门，7 学分' })).toBeVisible();
  const counting = page.getByRole('table', { name: '合格成绩' });
  await expect(counting.getByRole('row', { name: /软件工程（实践）/ })).toContainText('良好');
  const past = page.getByRole('table', { name: '不再计入的记录' }).getByRole('row', { name: /英语/ });
  await expect(past.locator('s').first()).toHaveText('英语（专升本）');
  await expect(past).toContainText('所交证书经核查无效');
  await whole();

  await openMenu(page, '查询', '成绩查询');
  await expect(page.getByText(/请在 .+ 前申请成绩复核/)).toBeVisible();
  const scores = page.getByRole('table', { name: '2026 年 10 月考试的成绩' });
  await expect(scores.getByRole('row', { name: /语言学概论/ })).toContainText('缺考');
  await expect(scores.getByRole('row', { name: /古代汉语/ })).toContainText('91');
  await whole();
  await page.getByRole('tab', { name: '当次成绩' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: '全部成绩' })).toBeFocused();
  await expect(scores).toBeVisible();
  await page.getByRole('tab', { name: '当次成绩' }).click();
  await page.getByRole('link', { name: '申请成绩复核' }).click();
  await page.waitForURL('**/applications/recheck');

  async function whole(): Promise<void> {
    await accessible(page);
    await fits(page);
    await atDouble(page, () => fits(page));
  }
});
