import { getPicture, getProfile } from '@zikao/contract/candidates';
import { ask, must } from './support/api.ts';
import { accessible } from './support/axe.ts';
import { register, signIn } from './support/candidate.ts';
import { loseDatabase, onDatabase } from './support/database.ts';
import { goodPhoto } from './support/files.ts';
import { aPerson } from './support/person.ts';
import {
  agreed,
  approved,
  draftEnrolment,
  filed,
  filledIn,
  newPage,
  officerPage,
  sendPicture,
} from './support/standing.ts';
import { expect, test } from './support/test.ts';

test('what is typed outlives a lost network, a lost session and a lost database', async ({
  page,
  context,
  product,
}) => {
  const person = aPerson({ name: '不怕断' });
  await register(page, product, person);
  await agreed(page);
  await page.goto('/profile/form');
  const answer = async (name: string) => (await must(page, getProfile)).answers[name];

  await expect(page.getByLabel('通讯地址')).toBeVisible();
  await context.setOffline(true);
  await page.getByLabel('通讯地址').fill('西宁市城东区没有网络 1 号');
  await expect(page.getByText(/^未保存：网络好像断开了/)).toBeVisible();
  await page.getByLabel('邮政编码').fill('810001');
  await context.setOffline(false);
  await expect(page.getByText(/已保存 \d/)).toBeVisible();
  expect(await answer('address')).toBe('西宁市城东区没有网络 1 号');
  expect(await answer('postcode')).toBe('810001');

  await onDatabase(
    product,
    'delete from sessions s using accounts a where a.id = s.account and a.name = $1',
    [person.name],
  );
  await page.getByLabel('通讯地址').fill('西宁市城东区登录过期 2 号');
  const dialog = page.getByRole('dialog', { name: '请重新登录' });
  await expect(dialog).toBeVisible();
  await accessible(page);
  await dialog.getByLabel('身份证号或手机号').fill(person.phone);
  await dialog.getByLabel('密码', { exact: true }).fill(person.password);
  await dialog.getByRole('button', { name: '登录', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel('通讯地址')).toHaveValue('西宁市城东区登录过期 2 号');
  await expect(page.getByText(/已保存 \d/)).toBeVisible();
  expect(await answer('address')).toBe('西宁市城东区登录过期 2 号');

  // Connections that break are replaced before anybody notices.
  await loseDatabase(product);
  await page.getByLabel('通讯地址').fill('西宁市城东区连接中断 3 号');
  await expect.poll(() => answer('address')).toBe('西宁市城东区连接中断 3 号');

  // A database that stays away is said, and waited for.
  const giveBack = await loseDatabase(product, true);
  try {
    await page.getByLabel('通讯地址').fill('西宁市城东区数据库停了 4 号');
    await expect(page.getByText(/^未保存：现在办理的人较多，请稍等片刻再试/)).toBeVisible({
      timeout: 15_000,
    });
  } finally {
    giveBack();
  }
  await expect(page.getByText(/已保存 \d/)).toBeVisible({ timeout: 20_000 });
  expect(await answer('address')).toBe('西宁市城东区数据库停了 4 号');
  expect((await page.request.get('/readyz')).status()).toBe(200);
});

test('a double click submits once', async ({ page, browser, product }) => {
  const person = aPerson({ name: '点两下' });
  await register(page, product, person);
  await filledIn(page, person);
  await sendPicture(page, 'photo', await goodPhoto());
  const count = async (sql: string) => (await onDatabase(product, sql, [person.name])).length;

  await page.goto('/profile/photo');
  await page.getByRole('button', { name: '提交验证' }).dblclick();
  await expect(page.getByText('考区未审核', { exact: true })).toBeVisible();
  expect(await count(`select 1 from verifications v join accounts a on a.id = v.candidate ${NAMED}`)).toBe(1);
  expect(
    await count(
      `select 1 from profile_submissions s join profiles p on p.id = s.profile join accounts a on a.id = p.id ${NAMED}`,
    ),
  ).toBe(1);

  const officer = await officerPage(browser, product);
  await approved(officer, 'profiles', person);
  await officer.context().close();
  await draftEnrolment(page);
  await page.goto('/enrolment/preview');
  await page.getByRole('button', { name: '提交', exact: true }).dblclick();
  await expect(page.getByText('待审核', { exact: true })).toBeVisible();
  expect(
    await count(
      `select 1 from enrolment_submissions s join enrolments e on e.id = s.enrolment
         join accounts a on a.id = e.candidate ${NAMED}`,
    ),
  ).toBe(1);
});

const NAMED = 'where a.name = $1';

test('an address typed by hand opens nothing of anybody else', async ({ page, browser, product }) => {
  const owner = aPerson({ name: '资料的主人' });
  await filed(page, product, owner);
  const { answers } = await must(page, getProfile);
  const picture = { params: { id: String(answers['cardPortrait']) } };
  expect((await ask(page, getPicture, picture)).status()).toBe(200);
  const [row] = await onDatabase<{ id: string }>(product, 'select id from accounts where name = $1', [
    owner.name,
  ]);

  const other = await newPage(browser, product);
  await other.goto('/');
  expect((await ask(other, getPicture, picture)).status()).toBe(401);
  await register(other, product, aPerson({ name: '好奇的人' }));
  const refused = await ask(other, getPicture, picture);
  expect(refused.status()).toBe(404);
  expect(await refused.json()).toMatchObject({ code: 'notFound' });
  for (const path of ['/admin', '/admin/profiles', `/admin/profiles/${row!.id}`, '/admin/audit']) {
    await other.goto(path);
    await expect(other.getByRole('heading', { name: '工作人员登录' })).toBeVisible();
    await expect(other.getByText(owner.name)).toHaveCount(0);
  }
  await accessible(other);
  await other.context().close();

  // An officer of another district: as if there were no such case.
  const officer = await officerPage(browser, product, 'haidong');
  await officer.goto(`/admin/profiles/${row!.id}`);
  await expect(officer.getByText('它可能不属于本考区，或地址不完整。')).toBeVisible();
  await expect(officer.getByText(owner.name)).toHaveCount(0);
  await accessible(officer);
  expect((await ask(officer, getPicture, picture)).status()).toBe(404);
  await officer.context().close();

  // The own ones stay: signing in again leads to them.
  await page.context().clearCookies();
  await signIn(page, owner);
  expect((await ask(page, getPicture, picture)).status()).toBe(200);
});
