import { next, register, uploadPicture } from './support/candidate.ts';
import { badPhotos, otherPhoto } from './support/files.ts';
import { aPerson } from './support/person.ts';
import { filledIn } from './support/standing.ts';
import { expect, test } from './support/test.ts';

test('what is wrong with a photo is said in words before it is sent', async ({ page, product }) => {
  const person = aPerson({ name: '多巴' });
  await register(page, product, person);
  await filledIn(page, person);
  await page.goto('/profile/photo');
  const checks = page.getByRole('region', { name: '自动检查' });
  // A border is cut away by the frame that finds the face.
  const bad = (await badPhotos()).filter(({ name }) => name !== '边框.jpg');
  for (const { sentence, ...photo } of bad) {
    await uploadPicture(page, /选择照片/, photo);
    await expect(checks.getByText(sentence), photo.name).toBeVisible({ timeout: 60_000 });
    await expect(checks.getByText(/提交验证很可能不通过/)).toBeVisible();
  }
});

test('somebody else on the photo is called 不一致, kindly, and the desk stays open', async ({
  page,
  product,
}) => {
  const person = aPerson({ name: '才让' });
  await register(page, product, person);
  await filledIn(page, person);
  await page.goto('/profile/photo');
  await uploadPicture(page, /选择照片/, await otherPhoto());
  await expect(page.getByText(/这是在您的设备上检查的结果/)).toBeVisible({ timeout: 60_000 });
  await next(page, '提交验证');
  const news = page.getByRole('alert').filter({ hasText: '照片验证未通过，已提交 1 次' });
  await expect(news).toContainText('照片与身份证上的人像不一致');
  await expect(news).toContainText('可以到考区由工作人员当面核对');
  await news.getByRole('link', { name: '检查身份证图片' }).click();
  await expect(page.getByAltText('已上传的身份证人像面')).toBeVisible();
});
