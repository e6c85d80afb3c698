import type { Page } from '@playwright/test';
import { accessible, fits } from './support/axe.ts';
import { beforeCamera } from './support/camera.ts';
import { next, register } from './support/candidate.ts';
import { darkPhoto, goodPhoto } from './support/files.ts';
import { aPerson } from './support/person.ts';
import { filledIn } from './support/standing.ts';
import { expect, test } from './support/test.ts';

/** The models come once per browser. */
const LOADED = { timeout: 60_000 };

async function openCamera(page: Page) {
  await page.goto('/profile/photo');
  await page.getByRole('button', { name: '用相机拍照' }).click();
  return page.getByRole('dialog', { name: '拍摄电子照片' });
}

test('the camera says what to mend, and takes a good picture by itself, which passes', async ({
  product,
}) => {
  const person = aPerson({ name: '韩梅' });
  const dark = await darkPhoto();
  const session = await beforeCamera(product, dark.buffer, async (page) => {
    await register(page, product, person);
    await filledIn(page, person);
    const camera = await openCamera(page);
    await expect(camera.getByText('光线太暗，请面向光源')).toBeVisible(LOADED);
    await accessible(page);
    await fits(page);

    // Nobody has to obey: the picture may be taken all the same, and what would fail is said before it is sent.
    await camera.getByRole('button', { name: '拍照' }).click();
    const cropper = page.getByRole('dialog', { name: '裁剪电子照片' });
    await expect(cropper.getByRole('button', { name: '自动取景' })).toBeEnabled();
    await expect(cropper.getByText(/照片太暗/)).toBeVisible();
    await accessible(page);
    await cropper.getByRole('button', { name: '保存修改' }).click();
    await expect(page.getByText(/提交验证很可能不通过/)).toBeVisible();
    await expect(page.getByRole('region', { name: '自动检查' }).getByText(/照片太暗/)).toBeVisible();
    await next(page, '提交验证');
    await expect(page.getByText('照片验证未通过，已提交 1 次')).toBeVisible();
  });

  const good = await goodPhoto();
  await beforeCamera(
    product,
    good.buffer,
    async (page) => {
      const camera = await openCamera(page);
      const cropper = page.getByRole('dialog', { name: '裁剪电子照片' });
      await expect(cropper).toBeVisible(LOADED); // 3, 2, 1
      await expect(camera).toBeHidden();
      await expect(cropper.getByRole('button', { name: '自动取景' })).toBeEnabled();
      await cropper.getByRole('button', { name: '保存修改' }).click();
      await expect(page.getByText(/这是在您的设备上检查的结果/)).toBeVisible();
      await next(page, '提交验证');
      await expect(page.getByText('验证通过', { exact: true })).toBeVisible();
    },
    session,
  );
});

test('without a camera and without the models everything still works; the server alone decides @phone', async ({
  page,
  product,
}) => {
  await page.context().route(/\.bin$/, (route) => route.abort());
  const person = aPerson({ name: '马兰' });
  await register(page, product, person);
  await filledIn(page, person);
  const camera = await openCamera(page);
  await expect(camera.getByText(/没有使用相机的权限|没有找到可以用的相机/)).toBeVisible();
  await accessible(page);
  await fits(page);
  const chooser = page.waitForEvent('filechooser');
  await camera.getByRole('button', { name: '选择已有照片' }).click();
  await (await chooser).setFiles(await darkPhoto());

  // What needs no face is still said.
  const cropper = page.getByRole('dialog', { name: '裁剪电子照片' });
  await expect(cropper.getByText(/照片太暗/)).toBeVisible();
  await expect(cropper.getByRole('button', { name: '自动取景' })).toBeDisabled();
  await cropper.getByRole('button', { name: '保存修改' }).click();
  await expect(page.getByText(/照片检查没有加载成功/)).toBeVisible();
  await accessible(page);
  await next(page, '提交验证');
  await expect(page.getByText('照片验证未通过，已提交 1 次')).toBeVisible();
});
