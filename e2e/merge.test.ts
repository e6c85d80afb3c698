import { accessible } from './support/axe.ts';
import { register } from './support/candidate.ts';
import { onDatabase } from './support/database.ts';
import { signInAsOfficer } from './support/officer.ts';
import { aPerson } from './support/person.ts';
import { expect, test } from './support/test.ts';

const [KEPT, OLD] = ['010118100771', '010120200772'];

test('合档: two numbers of one person become one, and are taken apart again; the candidate’s notice goes and returns', async ({
  page,
  product,
  browser,
}) => {
  const person = aPerson({ name: '多杰·才让卓玛' });
  await register(page, product, person);
  await onDatabase(
    product,
    `with me as (select id, id_number_index from accounts where name = $1),
      n as (insert into admission_numbers (number, candidate, id_number_index, district, origin)
        select v.n, id, id_number_index, '630100', 'imported' from me, (values ($2), ($3)) as v(n) returning number)
     insert into record_entries (admission_number, course, kind, score, "when", origin)
       select number, '00037', 'passed', case number when $2 then '88' else '63' end, '2025 年 10 月', 'imported' from n`,
    [person.name, KEPT, OLD],
  );
  await page.reload();
  const notice = page.getByText('您名下有 2 个准考证号');
  await expect(notice).toBeVisible();

  const desk = await (await browser.newContext()).newPage();
  await signInAsOfficer(desk, product);
  await desk.getByRole('link', { name: '合档', exact: true }).click();
  await desk.getByLabel('身份证号、准考证号或姓名').fill(person.idNumber);
  await desk.keyboard.press('Enter');
  for (const number of [KEPT, OLD])
    await desk.getByRole('button', { name: new RegExp(`选入比较.*${number}`) }).press('Enter');
  await accessible(desk);
  await desk.getByRole('link', { name: '并排比较' }).press('Enter');
  const union = desk.getByRole('table', { name: /合并以后的合格成绩/ });
  await expect(union.getByRole('row', { name: /00037/ })).toContainText('88✓ 计入');
  await desk.getByRole('button', { name: '确认合档' }).press('Enter');
  await expect(desk.getByText('请选择保留哪个准考证号')).toBeVisible();
  await accessible(desk);
  await desk.getByRole('radio', { name: KEPT }).press('Space');
  await desk.getByLabel('核验的证件与原因').fill('核验身份证原件，旧号为 2020 年重复建档');
  await desk.getByRole('button', { name: '确认合档' }).press('Enter');
  await expect(desk.getByRole('heading', { name: `${person.name}的合档` })).toBeVisible();
  await expect(desk.getByText(/还可以撤销 6 天 23 小时/)).toBeVisible();
  await accessible(desk);

  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(notice).toBeHidden();

  await desk.getByRole('button', { name: '撤销合档' }).press('Enter');
  await desk.getByLabel('撤销的原因').fill('考生要求重新核对');
  await desk.getByRole('button', { name: '确认撤销' }).press('Enter');
  await expect(desk.getByText('已撤销', { exact: true })).toBeVisible();
  await page.reload();
  await expect(notice).toBeVisible();
  await desk.context().close();
});
