import type { Page } from '@playwright/test';
import { accessible, fits } from './support/axe.ts';
import { openMenu } from './support/candidate.ts';
import { moveClock, onDatabase } from './support/database.ts';
import { signInAsOfficer } from './support/officer.ts';
import { readPaper } from './support/pdf.ts';
import { aPerson } from './support/person.ts';
import { picture } from './support/picture.ts';
import { approvePeople } from './support/seated.ts';
import { type Product, startProduct } from './support/server.ts';
import { dbfFile, type SheetFile, xlsxFile } from './support/sheets.ts';
import { approved, enrolled, filed, newPage, officerPage, XINING } from './support/standing.ts';
import { expect, test } from './support/test.ts';

// Its session becomes the current one, and the clock goes through half a year: a product of its own.
let own: Product;
test.beforeAll(async () => {
  own = await startProduct();
});
test.afterAll(() => own.stop());

const HOUR = 3_600_000;

/** The clock an hour before a function of the current session closes. */
async function lastHourOf(of: string): Promise<void> {
  const [row] = await onDatabase<{ closes_at: Date }>(
    own,
    `select closes_at from windows w join exam_sessions s on s.id = w.session
      where s.current and function = $1 and district is null`,
    [of],
  );
  await moveClock(own, new Date(+row!.closes_at - HOUR));
}

interface Sitting {
  number: string;
  name: string;
  course: string;
}
const sittingsOf = (session: string) =>
  onDatabase<Sitting>(
    own,
    `select distinct on (n.candidate, s.course) n.number, a.name, s.course
       from sittings s join enrolments e on e.id = s.enrolment join accounts a on a.id = e.candidate
       join admission_numbers n on n.candidate = a.id where e.session = $1 order by n.candidate, s.course`,
    [session],
  );

async function imported(page: Page, file: SheetFile, rows: number): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '选择文件' }).click();
  await (await chooser).setFiles(file);
  await page.getByRole('button', { name: '开始检查' }).click();
  await page.getByRole('button', { name: `采用 ${rows} 行` }).click();
  await expect(page.getByText('已采用', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: '全部批次' }).click();
}

/** Everything a candidate looks at, at both widths. */
async function look(page: Page): Promise<void> {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await accessible(page);
    await fits(page);
  }
}

test('a session from its set-up to its published scores', async ({ browser }, info) => {
  test.slow(); // half a year of everybody's work
  const person = aPerson({ name: '尕藏·卓玛' });
  const page = await newPage(browser, own);
  await filed(page, own, person);
  const officer = await officerPage(browser, own);
  await approved(officer, 'profiles', person);
  const province = await newPage(browser, own);
  await signInAsOfficer(province, own, 'province');

  await test.step('set up', async () => {
    await province.getByRole('link', { name: '考次与时间' }).click();
    await province.getByRole('button', { name: '新建考次' }).click();
    await province.getByRole('button', { name: '设为当前考次' }).click();
    await province.getByRole('dialog').getByRole('button', { name: '设为当前考次' }).click();
    await expect(province.getByText('当前考次', { exact: true }).first()).toBeVisible();
  });
  const [session] = await onDatabase<{ id: string; name: string }>(
    own,
    'select id, name from exam_sessions where current',
  );
  const { id, name } = session!;

  await test.step('enrol three', async () => {
    await lastHourOf('enrolment');
    await enrolled(page, 2);
    await approved(officer, 'enrolments', person);
    await approvePeople(own, id, { district: XINING, people: 2 });
  });

  await test.step('seat and publish', async () => {
    await province.getByRole('link', { name: '考场编排' }).click();
    await province.getByLabel('考次').selectOption({ label: name });
    await province.getByRole('button', { name: '开始试排' }).click();
    await province.getByRole('button', { name: '公布座次' }).click();
    await province.getByRole('button', { name: '确认公布' }).click();
    await expect(province.getByRole('heading', { name: '座次已公布' })).toBeVisible();
  });

  await test.step('print', async () => {
    await lastHourOf('print');
    await page.goto('/home');
    await openMenu(page, '打印', '考场座次通知单');
    await expect(page.getByRole('img', { name: /第 2 页/ })).toBeVisible();
    await picture(page, info, 'seat-notice');
    await look(page);
    const file = page.waitForEvent('download');
    await page.getByRole('link', { name: '下载 PDF' }).click();
    const stream = await (await file).createReadStream();
    const [notice, rules] = await readPaper(Buffer.concat(await stream.toArray()));
    expect(notice!.text).toContain(person.name);
    expect(notice!.text).toContain(person.idNumber);
    for (const { course, number } of (await sittingsOf(id)).filter(
      (sitting) => sitting.name === person.name,
    )) {
      expect(notice!.text).toContain(course);
      expect(notice!.text).toContain(number);
    }
    expect(rules!.text).toContain('考场规则');

    const anybody = await newPage(browser, own);
    await anybody.goto(notice!.code!);
    await expect(anybody.getByText('通知单真实有效')).toBeVisible();
    await look(anybody);
    await anybody.goto(`${notice!.code!.slice(0, -3)}AAA`);
    await anybody.reload(); // only what follows # differs
    await expect(anybody.getByText('不是本平台发出的通知单')).toBeVisible();
    await anybody.context().close();
  });

  await test.step('import from a GBK DBF and a workbook', async () => {
    await province.getByRole('link', { name: '成绩管理' }).click();
    await province.getByRole('link', { name }).click();
    const sittings = await sittingsOf(id);
    const rowOf = (one: Sitting, score: string) => [one.number, one.name, one.course, score];
    const mine = sittings.filter((one) => one.name === person.name);
    const others = sittings.filter((one) => one.name !== person.name);
    await imported(
      province,
      dbfFile(
        'CJ.DBF',
        ['KSH', 'XM', 'KCDM', 'CJ'],
        mine.map((one, at) => rowOf(one, at ? '58' : '81')),
      ),
      mine.length,
    );
    const sheet = [['准考证号', '姓名', '课程代码', '成绩'], ...others.map((one) => rowOf(one, '66'))];
    await imported(province, xlsxFile('成绩.xlsx', sheet), others.length);
    await province.getByRole('button', { name: '提出公布' }).click();
    await province
      .getByRole('dialog')
      .getByRole('button', { name: /^提出公布/ })
      .click();
    await expect(province.getByText('提出人不能确认自己提出的公布')).toBeVisible();
  });

  await test.step('release by a second person', async () => {
    const second = await newPage(browser, own);
    await signInAsOfficer(second, own, 'province2');
    await second.goto(`/admin/scores/${id}`);
    await second.getByRole('button', { name: '确认公布' }).click();
    await second
      .getByRole('dialog')
      .getByRole('button', { name: /^确认公布/ })
      .click();
    await expect(second.getByText(/已公布 \d+ 条/).first()).toBeVisible();
    await second.context().close();
  });

  await test.step('what the candidate sees', async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto('/query/scores');
    await expect(page.getByText('81').first()).toBeVisible();
    await expect(page.getByText('58').first()).toBeVisible();
    await expect(page.getByText(/对成绩有疑问的，请在/)).toBeVisible();
    await look(page);
    await page.goto('/query/graduation');
    await expect(page.getByText('81').first()).toBeVisible();
    await look(page);
    await page.goto('/query/seats');
    await look(page);
  });
});
