import type { Page } from '@playwright/test';
import { accessible, fits } from './support/axe.ts';
import { openMenu, register } from './support/candidate.ts';
import { signInAsOfficer } from './support/officer.ts';
import { aPerson } from './support/person.ts';
import { atDouble, watch } from './support/quiet.ts';
import { approved, draftEnrolment, filed, officerPage } from './support/standing.ts';
import { expect, test } from './support/test.ts';

const PUBLIC = [
  '/',
  '/register',
  '/forgot-password',
  '/notices',
  '/catalogue',
  '/districts',
  '/privacy',
  '/check-ticket',
];
const NOWHERE = ['/nowhere', '/profile/nothing/here', '/admin/profiles/1/2'];
/** Pages that exist, about things that do not: the browser itself notes the 404 of the API. */
const NOTHING = ['/notices/none', '/catalogue/999999'];
const OWN = [
  '/home',
  '/account',
  '/messages',
  '/profile/view',
  '/profile/done',
  '/enrolment',
  '/enrolment/notice',
  '/enrolment/form',
  '/enrolment/preview',
  '/print/seat-notice',
  '/applications/change',
  '/applications/transfer-in',
  '/applications/transfer-out',
  '/applications/exemption',
  '/applications/recheck',
  '/query/scores',
  '/query/passed',
  '/query/seats',
  '/query/progress',
  '/query/graduation',
  '/catalogue',
];
const STAFF = [
  '/admin/profiles',
  '/admin/enrolments',
  '/admin/change',
  '/admin/account',
  '/admin/exports',
  '/admin/nowhere',
];
const PROVINCE = [
  '/admin/spot-checks',
  '/admin/spot-check-work',
  '/admin/board',
  '/admin/board/630100',
  '/admin/records/frozen',
  '/admin/sessions',
  '/admin/exports',
  '/admin/texts',
  '/admin/texts/rules-1',
  '/admin/messages',
  '/admin/announcements',
  '/admin/merges',
  '/admin/staff',
  '/admin/venues',
  '/admin/seating',
  '/admin/scores',
  '/admin/catalogue/majors',
  '/admin/prints',
];

test('every page without signing in: accessible, fitting, named, and by itself @phone', async ({
  page,
  context,
  product,
}) => {
  const browser = await watch(context, product.url);
  const titles = new Map<string, string>();
  for (const path of [...PUBLIC, ...NOWHERE, '/admin/sign-in']) {
    await page.goto(path);
    await look(page, titles);
  }
  await page.goto('/notices');
  await page.getByRole('main').getByRole('link').first().click();
  await look(page, titles);
  await page.goto('/catalogue');
  await page
    .getByRole('link', { name: /050101|汉语言文学/ })
    .first()
    .click();
  await look(page, titles);
  expect(
    await page.evaluate(() => [...document.fonts].filter(({ status }) => status !== 'unloaded')),
  ).toEqual([]);
  browser.nothing();
  for (const path of NOTHING) {
    await page.goto(path);
    await expect(page.getByRole('heading', { name: '没有找到这个页面' })).toBeVisible();
    await look(page, titles);
  }
});

test('every page of a candidate: accessible, fitting, named, and by itself @phone', async ({
  page,
  context,
  browser,
  product,
}) => {
  const seen = await watch(context, product.url);
  const person = aPerson({ name: '看遍每一页' });
  await filed(page, product, person);
  const officer = await officerPage(browser, product);
  await approved(officer, 'profiles', person);
  await officer.context().close();
  await draftEnrolment(page, 2);
  const titles = new Map<string, string>();
  for (const path of OWN) {
    await page.goto(path);
    await expect(page.getByRole('button', { name: '登录', exact: true })).toHaveCount(0);
    await look(page, titles);
  }
  seen.nothing();
});

test('every page of an officer is accessible, named, and by itself', async ({ page, context, product }) => {
  const seen = await watch(context, product.url);
  await signInAsOfficer(page, product);
  const titles = new Map<string, string>();
  for (const path of STAFF) {
    await page.goto(path);
    await look(page, titles, false);
  }
  await page.context().clearCookies();
  await signInAsOfficer(page, product, 'auditor');
  await page.goto('/admin/audit');
  await look(page, titles, false);
  await page.context().clearCookies();
  await signInAsOfficer(page, product, 'province');
  for (const path of PROVINCE) {
    await page.goto(path);
    await look(page, titles, false);
  }
  seen.nothing();
});

test('keyboards and large type: skip link, focus on the heading, the choice remembered @phone', async ({
  page,
  product,
}, info) => {
  await page.goto('/notices');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: '跳到正文' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();

  const person = aPerson({ name: '字太小' });
  await register(page, product, person);
  const before = await page.title();
  await openMenu(page, '查询', '合格成绩');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  expect(await page.title()).not.toBe(before);

  const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
  const normal = await size();
  if (info.project.name === 'phone') await page.getByRole('button', { name: '菜单' }).click();
  await page.getByRole('button', { name: '大字版' }).click();
  await expect.poll(size).toBeGreaterThan(normal * 1.15);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect.poll(size).toBeGreaterThan(normal * 1.15);
  for (const path of ['/home', '/profile/notice', '/account', '/']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await fits(page);
  }
  await accessible(page);
});

/** A page is whole: no violation, no sideways scrolling (nor at 200 %), and a name no other page has. */
async function look(page: Page, titles: Map<string, string>, narrow = true): Promise<void> {
  await accessible(page);
  if (narrow) {
    await fits(page);
    await atDouble(page, () => fits(page));
  }
  const title = await page.title();
  const { pathname } = new URL(page.url());
  const other = titles.get(title);
  expect(title, pathname).toMatch(/^.+ - .*平台$|^.+ - 审核工作台$/);
  if (!title.startsWith('没有找到')) expect(other ?? pathname, title).toBe(pathname);
  titles.set(title, pathname);
}
