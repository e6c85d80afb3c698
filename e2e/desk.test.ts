import type { Page } from '@playwright/test';
import { accessible, fits } from './support/axe.ts';
import { beforeCamera } from './support/camera.ts';
import { register } from './support/candidate.ts';
import { moveClock, onDatabase } from './support/database.ts';
import { goodPhoto } from './support/files.ts';
import { signInAsOfficer } from './support/officer.ts';
import { aPerson } from './support/person.ts';
import { newPage, officerPage } from './support/standing.ts';
import { expect, test } from './support/test.ts';

/** The desk has a screen, a tablet, and at worst a phone. */
const WIDTHS = [1280, 820, 390];
async function looksRight(page: Page): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await fits(page);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await accessible(page);
}

async function tickAll(page: Page): Promise<void> {
  for (const box of await page.getByRole('checkbox', { name: /\*$/ }).all()) await box.check();
}

test('an officer finds a candidate by keyboard and takes the photo by webcam; the candidate is told', async ({
  browser,
  product,
}) => {
  const person = aPerson({ name: '仁青·才旦' });
  const own = await newPage(browser, product);
  await register(own, product, person);

  const face = await goodPhoto();
  await beforeCamera(product, face.buffer, async (page) => {
    await signInAsOfficer(page, product);
    await page.goto('/admin/desk');
    await page.getByLabel('身份证号、手机号、准考证号，或姓名').focus();
    await page.keyboard.type(person.idNumber);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('link', { name: '仁•••' })).toBeVisible();
    await looksRight(page);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: '仁•••' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: /现场办理/ }).first()).toBeVisible();
    await looksRight(page);
    await tickAll(page);
    await page.getByRole('button', { name: /^拍摄.*电子照片$/ }).click();
    // By itself, as soon as nothing is left to mend.
    const cropper = page.getByRole('dialog', { name: '裁剪电子照片' });
    await expect(cropper).toBeVisible({ timeout: 60_000 });
    await expect(cropper.getByRole('button', { name: '自动取景' })).toBeEnabled();
    await cropper.getByRole('button', { name: '保存修改' }).click();
    await expect(page.getByText('线下已采集')).toBeVisible();
    await expect(page.getByRole('link', { name: /下载回执/ })).toBeVisible();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: /下载回执/ }).click();
    expect((await download).suggestedFilename()).toBe('采集照片回执.pdf');
    await looksRight(page);
  });

  await own.goto('/messages');
  await expect(own.getByText('照片已采集')).toBeVisible();
});

test('a taken ID number is released, and its owner registers with it', async ({ browser, product }) => {
  const owner = aPerson({ name: '周措' });
  const taker = aPerson({ name: '冒名', idNumber: owner.idNumber });
  const theirs = await newPage(browser, product);
  await register(theirs, product, taker);

  const desk = await officerPage(browser, product);
  await desk.goto('/admin/desk/release');
  await desk.getByLabel('被占用的身份证号').fill(owner.idNumber);
  await tickAll(desk);
  await desk.getByLabel('占用的情况').fill('考生从未注册，持原件到场');
  await looksRight(desk);
  await desk.getByRole('button', { name: '受理释放' }).click();
  await expect(desk.getByText('等待生效')).toBeVisible();
  await looksRight(desk);

  // Who has the number now is told at once, and could undo it.
  await theirs.goto('/account');
  await expect(theirs.getByText('考区为我的账号办理的事项')).toBeVisible();
  await accessible(theirs);
  const told = await onDatabase<{ text: string }>(
    product,
    'select text from sms_outbox where phone = $1 order by at desc limit 1',
    [taker.phone],
  );
  const code = /撤销码 (\w{10})/.exec(told[0]!.text)![1]!;
  await theirs.goto('/undo');
  await theirs.getByLabel('撤销码').fill(code);
  await theirs.getByRole('button', { name: '查看' }).click();
  await expect(theirs.getByRole('button', { name: '不是我办理的，撤销' })).toBeVisible();
  await accessible(theirs);

  await moveClock(product, new Date(Date.now() + 25 * 60 * 60 * 1000));
  try {
    await desk.goto('/admin/desk-requests?show=all');
    await expect(async () => {
      await desk.reload();
      await expect(desk.getByText('已生效', { exact: true }).first()).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 60_000 });
    await looksRight(desk);
    await theirs.goto('/account');
    await theirs.waitForURL((url) => url.pathname === '/');
    await register(await newPage(browser, product), product, owner);
  } finally {
    await moveClock(product);
  }
});
