import { register, uploadPicture } from './support/candidate.ts';
import { badPhotos } from './support/files.ts';
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
