import { fillProfile, next, register, uploadPicture } from './support/candidate.ts';
import { accessible } from './support/axe.ts';
import { darkPhoto, goodPhoto } from './support/files.ts';
import { aPerson } from './support/person.ts';
import { expect, test } from './support/test.ts';

test('three failures bring the choice, counted on the server; both ways lead on @phone', async ({
  page,
  product,
}) => {
  test.slow(); // seven times 提交验证
  const person = aPerson({ name: '韩福' });
  await register(page, product, person);
  await fillProfile(page, person);
  const dark = await darkPhoto();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/profile/verification')) asked.push(request.method());
  });
  for (const count of [1, 2, 3]) {
    await uploadPicture(page, /选择照片/, dark);
    await page.getByRole('button', { name: '提交验证' }).dblclick();
    await expect(page.getByText(`照片验证未通过，已提交 ${count} 次`)).toBeVisible();
    expect(asked).toHaveLength(count);
  }
  const choice = page.getByRole('dialog', { name: '照片三次没有通过验证' });
  await expect(choice).toBeVisible();
  await accessible(page);

  // Reloading does not forget: the count is the server's.
  await page.reload();
  await expect(choice).toBeVisible();
  await choice.getByRole('button', { name: '继续上传' }).click();
  await expect(choice).toBeHidden();

  for (const count of [4, 5, 6]) {
    await uploadPicture(page, /选择照片/, dark);
    await next(page, '提交验证');
    await expect(page.getByText(`照片验证未通过，已提交 ${count} 次`)).toBeVisible();
  }
  await choice.getByRole('button', { name: '到考区线下采集' }).click();
  await expect(page.getByRole('heading', { name: '报名填报完成' })).toBeVisible();
  await expect(page.getByText('待线下采集', { exact: true })).toBeVisible();
  await expect(page.getByText('考区未审核', { exact: true })).toBeVisible();
  await accessible(page);

  // Whoever finds a good photo after all may still send it.
  await page.goto('/profile/form');
  await next(page, '下一步');
  await next(page, '保存信息');
  await uploadPicture(page, /选择照片/, await goodPhoto());
  await next(page, '提交验证');
  await expect(page.getByText('验证通过', { exact: true })).toBeVisible();
});
